# Turkish: the words by which a page about twin towns and partners is read. Form and keys: docs/lexicons.md.
common = ve; bir; bu; ile; için; olan; olarak; da; de; en; çok; daha; gibi; kadar; sonra; göre; her; olduğu; tarafından; arasında; ise; ya; veya; ancak; yer; üzere; olmak; şu; ne; var; değil; tüm; aynı; büyük; iki; ilk; yeni; belediyesi; yılında; kardeş; oldu; edilen; yapılan; bizim

# Aylar
month.1 = Ocak; Ocağı; Oca
month.2 = Şubat; Şub
month.3 = Mart; Mar
month.4 = Nisan; Nis
month.5 = Mayıs; May
month.6 = Haziran; Haz
month.7 = Temmuz; Tem
month.8 = Ağustos; Ağu
month.9 = Eylül; Eyl
month.10 = Ekim; Eki
month.11 = Kasım; Kas
month.12 = Aralık; Ara

# Anlaşma türleri
kind.twinning = kardeş şehir*; kardeş şehr*; kardeş kent*; kardeş beled*; kardeş ilçe*; kardeş il; kardeş iller*; kardeş bölge*; kardeş köy*; kardeş belde*; kardeş vilayet*; kardeş eyalet*; kardeşlik protokol*; kardeşlik anlaşma*; kardeşlik antlaşma*; kardeşlik sözleşme*; kardeşlik ilişki*; kardeşlik bağ*; kardeşlik belge*; kardeşlik bildir*; kardeş olun*; kardeş ilan*; ikiz şehir*; ikiz kent*; ortak şehir*; partner şehir*; partner kent*; partner beled*; eş şehir*; kardeş şehir protokol*; kardeş şehir anlaşma*; şehir kardeşliğ*; kent kardeşliğ*; kız kardeş şehir*; kardeş yerel yönetim*; ikiz beled*; kardeşlik mutabakat*; kardeş mahalle*; kardeş kasaba*; kardeş komün*; kardeş bölge protokol*; kardeşlik kur*
kind.cooperation = işbirliği anlaşma*; iş birliği anlaşma*; işbirliği antlaşma*; işbirliği sözleşme*; iş birliği sözleşme*; işbirliği bildir*; iş birliği bildir*; işbirliği deklarasyon*; ortaklık anlaşma*; çerçeve anlaşma*; ikili anlaşma*; ikili işbirliğ*; ikili iş birliğ*; işbirliği yapılan şehir*; iş birliği yapılan şehir*; işbirliği şehir*; stratejik ortaklık*; sınır ötesi işbirliğ*; uluslararası işbirliği anlaşma*; ortak deklarasyon*; ortak bildir*; işbirliği ve dostluk anlaşma*; karşılıklı işbirliğ*; iş birliği deklarasyon*; çerçeve protokol*
kind.friendship = dostluk anlaşma*; dostluk antlaşma*; dostluk protokol*; dostluk sözleşme*; dostluk bildir*; dostluk beyan*; dostluk ve işbirliğ*; dostluk ve iş birliğ*; dostluk ilişki*; dostluk bağ*; dost şehir*; dost kent*; dost beled*; dostluk belge*; dostluk ve kardeşlik; dostluk deklarasyon*; dostluk mutabakat*; dostluk ilan*
kind.memorandum = mutabakat zapt*; mutabakat metn*; mutabakat muhtıra*; mutabakat; anlayış birliği; memorandum*; mutabakat belge*; işbirliği muhtıra*; iş birliği muhtıra*; mutabakat anlaşma*; mutabakat protokol*; iş birliği mutabakat*; işbirliği mutabakat*
kind.letter-of-intent = niyet mektub*; niyet mektup*; niyet beyan*; niyet protokol*; niyet bildir*; niyet anlaşma*; iyi niyet protokol*; iyi niyet anlaşma*; iyi niyet mektub*; ön protokol*; iyi niyet bildir*; iyi niyet beyan*; iyi niyet sözleşme*; niyet sözleşme*
kind.protocol = işbirliği protokol*; iş birliği protokol*; ortaklık protokol*; işbirliği ve dostluk protokol*; protokol imzalan*
kind.project-partnership = proje ortağ*; proje ortaklar*; proje ortaklığ*; proje işbirliğ*; proje bazlı; AB proje*; iklim ortaklığ*; kalkınma ortaklığ*; koordinatör ortak; lider ortak; Erasmus proje*; hibe proje*; ortak proje*
kind.membership = üyelik*; üyesi olduğu*; üyesidir; üye olduğu*; üyesi olan; üye olun*; ağa üye; ağının üyesi; kurucu üye*; tam üye*; üye belediye*; üye olduğumuz
kind.contact = gayriresmi*; resmi olmayan; gayri resmi; dostane ilişki*; protokolsüz; anlaşma olmadan; temas halinde; ilişkilerin sürdürüldüğü; resmi protokol yok; protokol bulunmamakta*; protokol imzalanmamış*

# Durum
status.dormant = pasif; aktif değil; aktif olmayan; etkin değil; durağan; atıl; uykuda; ilişki yok; temas yok; faaliyet yok; unutulmuş; faal değil; etkin olmayan; faal olmayan; aktif olarak yürütülme*; ilişkiler durma*; ilişki bulunmamakta*; temas bulunmamakta*; uyku halinde; artık aktif değil
status.paused = askıya alın*; askıda; donduruld*; dondurulmuş; ara veril*; geçici olarak; beklemede; durduruld*; rafa kaldırıl*; askıya alm*; dondurma kararı; askıya alınmasına; dondurulmasına
status.ended = sona er*; sonlandır*; feshed*; fesih; feshi; iptal edil*; iptali; sona erdiril*; son veril*; eski kardeş*; kaldırıld*; bitti; bitiril*; yürürlükten kaldır*; iptal; fesih edil*; feshine; ilişkiler kesil*; ilişkilerin kesil*; sonlanmış*; tek taraflı fesh*; artık kardeş şehir değil
status.lapsed = süresi dol*; süresi bit*; süresi geç*; yenilenmedi; yenilenmemiş; süre bitimi; uzatılmadı; de doldu; da doldu; te doldu; ta doldu; yılında doldu
status.in-force = aktif; etkin; yürürlükte*; geçerli; faal; devam eden; devam ediyor; devam etmekte*; canlı; sürmekte*; halen; mevcut; sona ermemiş*; iptal edilmemiş*; hâlen yürürlükte
status.planned = planlan*; hazırlık aşama*; hazırlanmakta*; öngörülen; süreci devam eden; süreç devam; aşamasında; görüşme aşama*; imzalanacak*; teklif edil*; önerilen; çalışmaları devam; onay bekle*; kardeş olacak*; olması planlan*; hazırlanıyor; imza aşamasında; imzalanma aşamasında; aday kardeş*; kardeş şehir adayı; onay aşamasında

# Tarihler
role.first-contact = ilk temas*; ilk ilişki*; ilk ziyaret*; ilk görüşme*; ilişkilerin başlangıcı; ilişkiler başla*; ilişkisi başla*; dostluk başla*; tanışma*; ilk adım*; ilk kez bir araya; temaslar başla*; işbirliği başla*; ilk toplantı*; ilişkilerin başla*; ilişkinin başla*; ilk heyet ziyaret*
role.decided = karar veril*; karar verdi; kararlaştır*; kabul edil*; kabul etti; onayla*; onay; oy birliği*; oybirliği*; meclis kararı; meclis kararıyla; meclisinde kabul; alınan karar; karar alın*; uygun görül*; İçişleri Bakanlığı onay*; uygun bulun*; meclisimizce kabul; meclis onay*; bakanlık onay*; meclisince kabul; meclis kararına istinaden
role.signed = imzala*; imza; imzası; imzalı; imza töreni; imza tarihi; akdedil*; kuruluş tarihi; kuruldu; kurulmuş; kurulmuştur; kurulan; tesis edil*; kardeş oldu; kardeş şehir oldu; kardeş kent oldu; kardeş şehir olmuş*; ilan edil*; resmileş*; başlatıld*; başlangıç; başladı; resmen; mühürlen*; yapılan protokol; protokol yapıl*; imza töreni gerçekleştiril*; imza altına alın*; protokolü imzalan*; protokole imza; imza atıl*; imza at*; kardeş ilan edil*; kardeş belediye oldu; kardeş şehir ilan*
role.signed-here = ilçemizde imzalan*; şehrimizde imzalan*; kentimizde imzalan*; burada imzalan*; belediyemizde imzalan*; ilimizde imzalan*
role.signed-there = orada imzalan*; kardeş şehirde imzalan*; yurt dışında imzalan*; karşı şehirde imzalan*
role.in-force = yürürlüğe gir*; yürürlük tarihi; den beri yürürlükte; tarihinden itibaren geçerli; beri devam eden
role.renewed = yenilen*; yenileme; yeniledi; yeniden imzalan*; uzatıl*; uzatma; süresi uzatıl*; teyit edil*; pekiştiril*; yeniden başla*; canlandır*; güncellen*; yeniden tesis; tazelen*; yeniden imza*; tekrar imzalan*; süresi uzat*; protokol yenile*
role.ended = sona erdi; tarihinde sona; feshedildi; iptal edildi; sonlandırıldı; yılında sona; fesih tarihi; sona ermiş*; sonlandırılmış*; feshedilmiş*; fesih kararı; iptal edilmiş*
event.merger = birleştirildi; birleşti; birleşme*; bağlandı; adını aldı; büyükşehir yasası
event.jubilee = yıldönümü*; yıl dönümü*; jübile*

since = den beri; dan beri; ten beri; tan beri; beri; itibaren; den itibaren; dan itibaren; tarihinden itibaren; yılından beri; yılından itibaren; yılından bu yana; den bu yana; dan bu yana; bu yana; başlayarak
until = kadar; e kadar; a kadar; ye kadar; ya kadar; tarihine kadar; yılına kadar; değin; dek
about = yaklaşık; yaklaşık olarak; civarında; takriben; ortalama; tahminen; fazla; aşkın; başında; başlarında; sonunda; sonlarında; ortalarında; dolaylarında; hemen hemen; neredeyse
between = arasında; arası; arasındaki; aralarında; hem; bir tarafta; diğer tarafta; ile belediyemiz
decade = {y}'li yıllar; {y}'lı yıllar; {y}'lu yıllar; {y}'lü yıllar; {y}li yıllar; {y}lı yıllar; {y}lu yıllar; {y}lü yıllar; {y}'li yıllarda; {y}'lı yıllarda; {y}'lu yıllarda; {y}'lü yıllarda; {y}'lerin; {y}'ların; {y}'lerde; {y}'larda; {y}'li yılların; {y}'lı yılların; {y}'lu yılların; {y}'lü yılların; {y}'ler; {y}'lar; {y}'lerden; {y}'lardan
year = yıl; yılı; yılında; yılından; yılına; yılları; yıllar; sene; senesi; senesinde; tarih; tarihi; tarihinde; tarihli; tarihine

# Düzeyler
level.municipality = belediye; belediyesi; belediyeler; belediyeleri; belediyesinin; belediyesine; belediyesinde; belediyesinden; belediyeye; şehir; şehri; şehrinin; şehrinde; şehrine; şehirler; şehirleri; kent; kenti; kentinin; kentinde; kentine; kentler; kentleri; kasaba; kasabası; kasabanın; belde; beldesi; büyükşehir; büyükşehir belediyesi; köy; köyü; köyünün; komün; komünü; başkent; başkenti; yerleşim; yerleşim yeri; ilçe belediyesi; il belediyesi; yerel yönetim*; köyler; köyleri; beldeler; kasabalar; kasabaları; kentleriyle; şehirleriyle; şehriyle; kentiyle; belediyesiyle; belediyeleriyle; belediyelerinin
level.city-district = şehir bölgesi; mahalle; mahallesi; semt; semti; şehrin ilçesi; merkez ilçe; merkez ilçesi; merkez bölgesi; kent bölgesi
level.county = sancak; sancağı; kontluk; kontluğu; yönetim bölgesi; departman; departmanı; jupanluk
level.province = il; ili; ilinin; iline; ilinde; iller; valilik; valiliği; vilayet; vilayeti; eyaletin ili; il özel idaresi; ilinden; illeri
level.region = bölge; bölgesi; bölgesinin; bölgesinde; bölgeler; bölgesel; eyalet; eyaleti; eyaletinin; eyaletinde; eyaletler; kanton; kantonu; oblast; özerk bölge; özerk bölgesi; özerk cumhuriyet*; federal eyalet; voyvodalık; voyvodalığı; prefektörlük; eyaletine; eyaletinden; bölgesine; bölgesinden; kantonunun; özerk topluluk; özerk topluluğu; federe devlet; federe devleti
level.district = ilçe; ilçesi; ilçesinin; ilçesinde; ilçesine; ilçeler; ilçeleri; rayon; rayonu; rayonunun; kaza; kaymakamlık; kaymakamlığı; nahiye; ilçesinden; rayonunda; rayonlar; okrug
level.association = belediyeler birliği; belediyeler birliğ*; belediye birlik*; yerel yönetimler birliği; birlik; birliği; türkiye belediyeler birliği; marmara belediyeler birliği; köylere hizmet götürme birliği
level.network = ağ; ağı; ağının; ağına; ağlar; ağları; kent ağı; şehirler ağı; kentler ağı; şehirler birliği; kentler birliği; dünya belediyeler birliği; uluslararası kuruluş*; uluslararası ağ*; uluslararası birlik*; konsey; konseyi; platform; platformu; kentler ligi; sağlıklı kentler birliği; tarihi kentler birliği; euroregion; avrupa bölgesi
level.institution = okul; okulu; okullar; okulları; ilkokul*; ortaokul*; lise; lisesi; üniversite; üniversitesi; hastane; hastanesi; kulüp; kulübü; spor kulübü; şirket; şirketi; vakıf; vakfı; müze; müzesi; kütüphane; kütüphanesi; tiyatro; tiyatrosu; koro; korosu; orkestra; cami; kilise; ticaret odası; sanayi odası; enstitü*; anaokul*; rotary; itfaiye; dernek; derneği; federasyon*; derneğinin; odası; kooperatif*; kulübünün; vakfının; akademi; akademisi

# Kararlar
decision = karar; kararı; kararın; kararla; karar no; karar sayısı; karar numarası; meclis kararı; meclis kararının; sayılı karar; sayılı; tarih ve sayılı; meclis karar no; meclisinin kararı; nolu karar; no lu karar; numaralı karar; kararname; meclis kararına
body = belediye meclisi; belediye meclisinin; belediye meclisinde; belediye meclisimiz*; meclis; meclisi; meclisinin; meclisinde; meclisimiz*; il genel meclisi; encümen; encümeni; belediye encümeni; komisyon; komisyonu; dış ilişkiler komisyonu; dış ilişkiler müdürlüğü; şehir konseyi; kent konseyi; belediye başkanlığı; başkanlık; İçişleri Bakanlığı; bakanlık; bakanlığı; bakanlar kurulu; valilik makamı

# Tablo başlıkları
label.number = no; sıra; sıra no; s no; numara; sayı
label.name = ad; adı; isim; ismi; şehir; şehir adı; kent; kent adı; kardeş şehir; kardeş kent; kardeş belediye; belediye; belediye adı; kardeş şehrin adı; kardeş şehirler; ortak; ortaklar; kardeş şehir adı; partner
label.country = ülke; ülkesi; ülke adı; devlet; ülkeler
label.region = bölge; bölgesi; il; eyalet; ili; bölge adı; kanton; eyaleti
label.place = yer; yeri; şehir; konum; konumu; ilçe; belde; merkez
label.since = yıl; yılı; tarih; tarihi; başlangıç; başlangıç tarihi; kardeş şehir olma tarihi; kardeşlik tarihi; kardeş olma tarihi; kardeşlik yılı; kuruluş yılı; kuruluş tarihi; kabul tarihi; kardeş şehir tarihi; kardeşlik başlangıcı; kardeşlik kuruluş tarihi; kardeş şehir ilan tarihi; kardeş olunan tarih; kardeş şehir yılı; ilişki tarihi; ilişki başlangıcı; kardeşlik ilişkisi başlangıcı
label.signed = imza tarihi; imzalanma tarihi; imza; protokol tarihi; anlaşma tarihi; sözleşme tarihi; imzalandığı tarih; imza yılı; imzalandı; protokol imza tarihi; imza yeri ve tarihi; protokolün imzalandığı tarih; protokolün imza tarihi; protokol imzalanma tarihi; anlaşmanın imza tarihi; anlaşma imza tarihi; sözleşme imza tarihi
label.decided = karar tarihi; meclis karar tarihi; onay tarihi; onay; kabul tarihi; bakanlık onay tarihi; kabul
label.renewed = yenileme; yenileme tarihi; yenilenme tarihi; uzatma
label.ended = bitiş; bitiş tarihi; sona erme tarihi; süre; süresi; fesih tarihi; geçerlilik süresi; iptal tarihi; protokol süresi; anlaşma süresi; geçerlilik tarihi; bitiş yılı
label.kind = tür; türü; tip; şekli; anlaşma türü; işbirliği türü; iş birliği türü; protokol türü; ilişki türü; anlaşma; protokol; niteliği; belge; konusu
label.status = durum; durumu; statü; statüsü; son durum
label.decision = karar; karar no; karar sayısı; meclis kararı; meclis karar no; karar numarası; meclis karar tarihi ve no; karar tarihi ve sayısı
label.address = adres; adresi; açık adres; posta adresi; posta kodu; sokak; cadde; iletişim adresi
label.website = web; web sitesi; web sayfası; web adresi; internet sitesi; internet adresi; internet sayfası; site; resmi site; resmi web sitesi; resmi internet sitesi; www; link; bağlantı; url; website
label.email = e-posta; e posta; eposta; e-mail; email; mail; e-posta adresi; elektronik posta; mail adresi
label.phone = telefon; tel; telefon no; telefon numarası; gsm; cep; cep telefonu; tlf; santral; çağrı merkezi
label.fax = faks; fax; belgegeçer; faks no; faks numarası
label.mayor = belediye başkanı; başkan; başkanı; büyükşehir belediye başkanı; vali; kaymakam; belediye başkan; belediye başkanının adı; muhtar; başkan adı; valisi; belediye başkanının ismi; eş başkan; eş başkanlar; belediye eş başkanı; vali adı; şehir başkanı; şehir yöneticisi
label.contact = iletişim; irtibat; iletişim bilgileri; irtibat kişisi; ilgili kişi; iletişim kişisi; sorumlu; koordinatör; yetkili; yetkili kişi
label.population = nüfus; nüfusu; kişi sayısı; toplam nüfus; nüfus sayısı; nüfus yaklaşık; nüfus bilgisi; kent nüfusu; şehir nüfusu
label.area = yüzölçümü; yüz ölçümü; alan; alanı; büyüklük; büyüklüğü; yüzölçüm
label.distance = uzaklık; mesafe; uzaklığı; mesafesi; km; uzaklık km; mesafe km; kuş uçuşu
label.language = dil; dili; resmi dil; resmi dili; diller; konuşulan dil; konuşulan diller; ana dil
label.note = not; notlar; açıklama; açıklamalar; bilgi; detay; düşünceler; hakkında; genel bilgi; genel bilgiler; tanıtım; diğer; kısa bilgi; tarihçe
label.fields = alanlar; işbirliği alanları; iş birliği alanları; işbirliği alanı; konu; konular; konusu; amaç; amacı; faaliyetler; projeler; kapsam; kapsamı; ortak faaliyetler; ortak projeler; içerik
label.signatories = imzacılar; imzalayanlar; imzalayan; taraflar; taraf; imza atanlar; adına; imza sahipleri

million = milyon; mn; mio
thousand = bin
inhabitants = nüfus; nüfusu; nüfuslu; nüfusa; kişi; kişilik; sakin; hane; yaşayan
area-unit = km2; km 2; km²; kilometrekare; kilometre kare; km kare; hektar; ha; dönüm; dekar

# Başlıklar
heading.partners = kardeş şehirler; kardeş şehirlerimiz; kardeş kentler; kardeş kentlerimiz; kardeş belediyeler; kardeş belediyelerimiz; kardeş şehir ilişkileri; kardeş şehir; kardeş kent; kardeş belediye; yurt dışı kardeş şehirler; yurtdışı kardeş şehirler; yurt içi kardeş şehirler; yurtiçi kardeş şehirler; yurt dışı kardeş belediyeler; yurtdışı kardeş şehirlerimiz; yurtiçi kardeş şehirlerimiz; yurt içi kardeş belediyeler; kardeş ilçeler; kardeş ilçelerimiz; kardeş iller; kardeş şehir listesi; kardeş şehir protokolleri; kardeş kent ilişkileri; dış ilişkiler; uluslararası ilişkiler; uluslararası işbirliği; uluslararası işbirlikleri; kardeş ve dost şehirler; dost şehirler; iş birliği yapılan şehirler; işbirliği protokolleri; kardeş şehirler ve işbirliği protokolleri; kardeş belediyeler listesi; partner şehirler; ortaklarımız; ikiz şehirler; kardeş şehirlerimiz ve iyi niyet protokolleri; iyi niyet protokolleri; kardeş şehirlerimiz hakkında; kardeş şehirlik; kardeş köyler
heading.other = iletişim; bize ulaşın; iletişim bilgileri; haberler; son haberler; güncel haberler; duyurular; duyuru; basın; basın bültenleri; basında biz; etkinlikler; etkinlik takvimi; takvim; projeler; ihaleler; ihale ilanları; çalışma saatleri; mesai saatleri; çerezler; çerez politikası; çerez ayarları; gizlilik; gizlilik politikası; kişisel verilerin korunması; KVKK; aydınlatma metni; paylaş; sayfayı paylaş; bizi takip edin; sosyal medya; ilgili haberler; ilgili bağlantılar; ilgili sayfalar; bağlantılar; faydalı linkler; hızlı erişim; hızlı menü; ayrıca bakınız; arama; ara; arama sonuçları; site içi arama; hava durumu; bülten; e bülten; abone ol; giriş; üye girişi; üye ol; menü; ana menü; site haritası; buradasınız; erişilebilirlik; kullanım koşulları; telif hakkı; künye; hakkımızda; kurumsal; başkan; başkanın mesajı; meclis; meclis kararları; meclis üyeleri; encümen; müdürlükler; hizmetler; e belediye; online işlemler; dokümanlar; galeri; foto galeri; video galeri; fotoğraflar; videolar; kaynakça; kaynaklar; dipnotlar; tarihçe; tarihi; coğrafya; ekonomi; nüfus; kültür; kültür sanat; spor; eğitim; sağlık; turizm; gezilecek yerler; ulaşım; nöbetçi eczaneler; vefat edenler; yorumlar; yorum yap; arşiv; kategoriler; etiketler; içindekiler; önemli telefonlar; acil telefonlar; imar planları; şehir rehberi; canlı yayın; kent rehberi; çerez tercihleri; çerez aydınlatma metni; kişisel veriler; kişisel verilerin işlenmesi; bilgi edinme; bilgi edinme hakkı; başvuru; talep ve şikayet; beyaz masa; çözüm merkezi; borç sorgulama; e ödeme; faaliyet raporları; stratejik plan; performans programı; evlilik işlemleri; cenaze hizmetleri; kültürel etkinlikler; kent bilgi sistemi; mobil uygulama; sosyal medya hesaplarımız

explain = kardeş şehir nedir; kardeş kent nedir; kardeş şehirlik nedir; kardeş şehir kavramı; kardeş kent kavramı; kardeş şehir uygulaması; kardeş şehirlerin amacı; kardeş şehir ilişkisinin amacı; ikinci dünya savaşından sonra; ikinci dünya savaşı sonrası; II. Dünya Savaşı sonrası; nasıl kardeş şehir olunur; kardeş şehir olmak için; kardeş şehir ilişkisi kurma; başvuru koşulları; nasıl başvurulur; kardeş şehir ilişkisi kurulması; kardeş şehirlerin tarihçesi

noise = yeni pencerede açılır; yeni pencerede aç; yeni sekmede açılır; harici bağlantı; dış bağlantı; devamı; devamını oku; devamı için; daha fazla; daha fazla bilgi; daha fazlası; detay; detaylar; detaylı bilgi; ayrıntılar; ayrıntılı bilgi; tümünü gör; tümü; tıklayınız; buraya tıklayın; tıklayın; web sitesine git; siteye git; siteyi ziyaret et; facebook'ta paylaş; twitter'da paylaş; whatsapp'ta paylaş; paylaş; tweetle; e-posta gönder; arkadaşına gönder; yazdır; sayfayı yazdır; geri; geri dön; yukarı; yukarı çık; başa dön; içeriğe geç; ana içeriğe atla; sonraki; önceki; ana sayfa; anasayfa; kapat; aç; resim; fotoğraf; foto; görsel; resmi büyüt; büyüt; video; izle; arma; arması; bayrak; bayrağı; logo; logosu; harita; haritada göster; haritada gör; düzenle; kaynağı değiştir; değiştir; kaynak; tüm hakları saklıdır; son güncelleme; güncelleme tarihi; yayın tarihi; yayınlanma tarihi; eklenme tarihi; okunma sayısı; görüntülenme; dinle; indir; pdf indir; çevir; yükleniyor; haberin devamı; haber tarihi; çerezleri kabul et; tümünü kabul et; kabul et; bağlantıyı kopyala; telif hakkı saklıdır; sitede ara

and = ve; ile; veya; ya da; ayrıca; hem; hem de
in = nin; nın; nun; nün; in; ın; un; ün; deki; daki; teki; taki; de; da; te; ta; den; dan; bağlı; ülkesinin; yakın
ending = nin; nın; nun; nün; in; ın; un; ün; de; da; te; ta; den; dan; ten; tan; e; a; ye; ya; i; ı; u; ü; yi; yı; yu; yü; si; sı; su; sü; deki; daki; teki; taki; ile; le; la; yle; yla; li; lı; lu; lü; ne; na; nde; nda; nden; ndan; dir; dır; ler; lar
ending.swap = k>ğı; k>ği; k>ğu; k>ğü; ç>ci; t>di

# Ülkeler
country.AL = Arnavutluk Cumhuriyeti; Arnavutluğ*
country.AM = Ermenistan Cumhuriyeti
country.AT = Avusturya Cumhuriyeti
country.AZ = Azerbeycan; Azerbaycan Cumhuriyeti; Nahçıvan; Nahçıvan Özerk Cumhuriyeti
country.BE = Belçika Krallığı; Flandre; Valonya
country.BA = Bosna; Bosna Hersek; Bosna-Hersek; Bosna ve Hersek; Bosna Hersek Cumhuriyeti; Bosna Hersek Federasyonu; Hersek; BiH
country.BG = Bulgaristan Cumhuriyeti
country.HR = Hırvatistan Cumhuriyeti
country.CY = KKTC; K.K.T.C.; K.K.T.C; Kuzey Kıbrıs; Kuzey Kıbrıs Türk Cumhuriyeti; Kıbrıs; Güney Kıbrıs; GKRY
country.CZ = Çek Cumhuriyeti; Çekya
country.DK = Grönland; Faroe Adaları
country.EE = Estonya Cumhuriyeti
country.FI = Finlandiya Cumhuriyeti
country.FR = Fransa Cumhuriyeti; Korsika
country.GE = Gürcistan Cumhuriyeti; Acara; Acaristan; Acara Özerk Cumhuriyeti; Abhazya
country.DE = Almanya Federal Cumhuriyeti; Federal Almanya; Batı Almanya; Doğu Almanya; F. Almanya; Bavyera
country.GR = Yunanistan Cumhuriyeti; Girit; Batı Trakya
country.HU = Macaristan Cumhuriyeti
country.IE = İrlanda Cumhuriyeti; Irlanda
country.IT = Italya; Sicilya; Sardinya
country.LV = Letonya Cumhuriyeti; Latviya
country.LI = Lihtenştayn
country.LT = Litvanya Cumhuriyeti
country.LU = Luxemburg; Luksemburg
country.MD = Moldova Cumhuriyeti; Gagavuzya; Gagauz Yeri; Gagavuz Yeri; Moldavya
country.ME = Montenegro; Karadağ Cumhuriyeti
country.NL = Felemenk; Hollanda Krallığı
country.MK = Makedonya; Kuzey Makedonya Cumhuriyeti; Makedonya Cumhuriyeti; K. Makedonya
country.PL = Polonya Cumhuriyeti; Lehistan
country.PT = Portekiz Cumhuriyeti
country.RO = Romanya Cumhuriyeti
country.RS = Sırbistan Cumhuriyeti; Sancak Bölgesi; Voyvodina
country.SK = Slovak Cumhuriyeti; Slovakya Cumhuriyeti
country.SI = Slovenya Cumhuriyeti
country.ES = Katalonya; Endülüs; Bask Bölgesi
country.SE = Isveç; İsveç Krallığı
country.CH = Isviçre
country.TR = T.C.; TC; Türkiye Cumhuriyeti
country.UA = Ukrayna Cumhuriyeti; Kırım; Kırım Özerk Cumhuriyeti
country.GB = Büyük Britanya; Birleşik Krallık; İngiltere; Ingiltere; İskoçya; Iskoçya; Galler; Kuzey İrlanda; Britanya
country.VA = Vatikan
country.BY = Beyaz Rusya; Belarus Cumhuriyeti
country.RU = Rusya Federasyonu; Rusya Fed; Tataristan; Tataristan Cumhuriyeti; Başkurdistan; Başkortostan; Çuvaşistan; Dağıstan; Çeçenistan; Altay Cumhuriyeti
country.XK = Kosova Cumhuriyeti; Kosovo
country.CN = Çin Halk Cumhuriyeti; ÇHC; Çin H.C.
country.JP = Japonya
country.US = ABD; A.B.D.; Amerika; Amerika Birleşik Devletleri; USA
country.CA = Kanada
country.NZ = Yeni Zelanda
country.IN = Hindistan Cumhuriyeti
country.KR = Kore; Kore Cumhuriyeti; Güney Kore Cumhuriyeti; G. Kore
country.VN = Viyetnam
country.IL = Israil; İsrail
country.PS = Filistin Devleti; Gazze; Batı Şeria; Kudüs
country.KZ = Kazakistan Cumhuriyeti
country.UZ = Özbekistan Cumhuriyeti; Karakalpakistan
country.KG = Kırgızistan Cumhuriyeti; Kırgız Cumhuriyeti
country.MA = Fas Krallığı
country.EG = Mısır Arap Cumhuriyeti
country.CI = Fildişi Sahili; Fildişi Sahilleri; Fildişi
country.ZA = Güney Afrika Cumhuriyeti
country.BR = Brezilya Federatif Cumhuriyeti
country.TZ = Zanzibar
country.SN = Senegal Cumhuriyeti
country.CM = Kamerun Cumhuriyeti
country.BJ = Benin Cumhuriyeti
country.ET = Habeşistan
country.YUCS = Yugoslavya
country.SUHH = Sovyetler Birliği; SSCB; S.S.C.B.
country.CSHH = Çekoslovakya
country.CSXX = Sırbistan-Karadağ
republic = Cumhuriyeti

country-adjective.AL = Arnavut; Arnavutlar
country-adjective.AM = Ermeni
country-adjective.AT = Avusturyalı
country-adjective.AZ = Azerbaycanlı; Azeri
country-adjective.BE = Belçikalı; Flaman
country-adjective.BA = Bosnalı; Boşnak; Hersekli
country-adjective.BG = Bulgar
country-adjective.HR = Hırvat
country-adjective.CY = Kıbrıslı; Kıbrıs Türk
country-adjective.CZ = Çek; Çekler
country-adjective.DK = Danimarkalı
country-adjective.EE = Eston; Estonyalı
country-adjective.FI = Fin; Finli; Finlandiyalı
country-adjective.FR = Fransız
country-adjective.GE = Gürcü
country-adjective.DE = Alman; Almanlar
country-adjective.GR = Yunan; Yunanlı; Rum
country-adjective.HU = Macar; Macarlar
country-adjective.IS = İzlandalı
country-adjective.IE = İrlandalı
country-adjective.IT = İtalyan
country-adjective.LV = Leton; Letonyalı
country-adjective.LT = Litvan; Litvanyalı
country-adjective.LU = Lüksemburglu
country-adjective.MT = Maltalı; Maltız
country-adjective.MD = Moldovalı; Gagavuz
country-adjective.ME = Karadağlı
country-adjective.NL = Hollandalı; Felemenkli
country-adjective.MK = Makedon; Makedonyalı
country-adjective.NO = Norveçli
country-adjective.PL = Polonyalı; Leh
country-adjective.PT = Portekizli
country-adjective.RO = Romen; Rumen; Romanyalı
country-adjective.RS = Sırp
country-adjective.SK = Slovak
country-adjective.SI = Sloven
country-adjective.ES = İspanyol; Katalan; Bask
country-adjective.SE = İsveçli
country-adjective.CH = İsviçreli
country-adjective.TR = Türk; Türkler
country-adjective.UA = Ukraynalı; Kırım Tatar
country-adjective.GB = İngiliz; Britanyalı; İskoç; Galli
country-adjective.BY = Belaruslu
country-adjective.RU = Rus; Ruslar; Tatar; Başkurt
country-adjective.XK = Kosovalı
country-adjective.CN = Çinli
country-adjective.JP = Japon
country-adjective.US = Amerikalı; Amerikan
country-adjective.CA = Kanadalı
country-adjective.AU = Avustralyalı
country-adjective.NZ = Yeni Zelandalı
country-adjective.IN = Hintli; Hint
country-adjective.KR = Koreli; Güney Koreli
country-adjective.VN = Vietnamlı
country-adjective.TW = Tayvanlı
country-adjective.IL = İsrailli
country-adjective.PS = Filistinli
country-adjective.LB = Lübnanlı
country-adjective.KZ = Kazak
country-adjective.UZ = Özbek
country-adjective.KG = Kırgız
country-adjective.MA = Faslı
country-adjective.TN = Tunuslu
country-adjective.DZ = Cezayirli
country-adjective.EG = Mısırlı
country-adjective.SN = Senegalli
country-adjective.ET = Etiyopyalı
country-adjective.ZA = Güney Afrikalı
country-adjective.CU = Kübalı
country-adjective.MX = Meksikalı
country-adjective.BR = Brezilyalı
country-adjective.AR = Arjantinli
country-adjective.CL = Şilili
country-adjective.CO = Kolombiyalı

count = bir; iki; üç; dört; beş; altı; yedi; sekiz; dokuz; on; on bir|onbir; on iki|oniki; on üç|onüç; on dört|ondört; on beş|onbeş; on altı|onaltı; on yedi|onyedi; on sekiz|onsekiz; on dokuz|ondokuz; yirmi
home = belediyemiz; belediyemizin; belediyemizle; belediyemiz ile; şehrimiz; şehrimizin; şehrimizle; kentimiz; kentimizin; kentimizle; ilçemiz; ilçemizin; ilçemizle; ilimiz; ilimizin; beldemiz; bizimle; burada; ilçemizde; şehrimizde; kentimizde
here = burada; şehrimizde; kentimizde; ilçemizde
there = orada
near.after = yakınlarında; yakınlarındaki; yakınında; yakınındaki; kuzeyinde; güneyinde; doğusunda; batısında; kuzeyindeki; güneyindeki; doğusundaki; batısındaki
then = ardından; sonra; daha sonra
ending.at = da; de; ta; te

title = belediye başkanı; belediye başkanımız; büyükşehir belediye başkanı; eski belediye başkanı; belediye başkan yardımcısı; başkan yardımcısı; başkan; başkanı; başkanımız; vali; valisi; vali yardımcısı; kaymakam; kaymakamı; bakan; bakanı; cumhurbaşkanı; başbakan; büyükelçi; büyükelçisi; konsolos; başkonsolos; başkonsolosu; fahri konsolos; milletvekili; meclis üyesi; meclis başkanı; encümen üyesi; müdür; müdürü; genel sekreter; sayın; sn; bay; bayan; prof; doç; avukat; av; dr; öğr gör; muhtar; rektör; rektörü; il başkanı; ilçe başkanı

law = kanunu; kanun; yasa; yasası; madde; maddesi; yönetmeliği
