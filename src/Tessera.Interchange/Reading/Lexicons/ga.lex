# Irish: the words by which a page about twin towns and partners is read. Form and keys: docs/lexicons.md.
common = agus; an; na; ar; le; is; tá; atá; ag; sa; san; go; bhí; do; i; mar; seo; sin; leis; chun; raibh; nó; ach; ó; faoi; dár; ina; ón; den; bhfuil; gach; chomh; idir; aon; siad; muid; againn; iad; díobh; bhliain; comhairle; freisin; nuair; eile; le haghaidh; chuig; as; roimh; ó shin; arna

# Míonna
month.1 = Eanáir; Ean; mí Eanáir; mhí Eanáir
month.2 = Feabhra; Feabh; mí Feabhra
month.3 = Márta; mí an Mhárta; Mhárta
month.4 = Aibreán; Aibreáin; Aib; mí Aibreáin; d'Aibreán; mí an Aibreáin
month.5 = Bealtaine; Beal; Bhealtaine; mBealtaine; mí na Bealtaine
month.6 = Meitheamh; Meith; Mheithimh; Meithimh; mí an Mheithimh
month.7 = Iúil; mí Iúil; mhí Iúil
month.8 = Lúnasa; Lún; mí Lúnasa
month.9 = Meán Fómhair; M Fómh; Mheán Fómhair; mí Mheán Fómhair; mí Mheán an Fhómhair; Meán an Fhómhair
month.10 = Deireadh Fómhair; D Fómh; Dheireadh Fómhair; mí Dheireadh Fómhair; Deireadh an Fhómhair
month.11 = Samhain; Samh; Samhna; mí na Samhna; Shamhain; mí Samhna
month.12 = Nollaig; Noll; Nollag; mí na Nollag; Nollaige

# Cineálacha comhaontaithe
kind.twinning = nascadh; nasctha; nasctha le; baile nasctha; bailte nasctha; nascbhaile; nascbhailte; nasc-bhaile; cúpláil; cúpláilte; baile cúpla; bailte cúpla; cathair chúpla; cathracha cúpla; cathair dheirfiúr; deirfiúr-chathair; deirfiúrchathair; deirfiúrchathracha; cathracha deirfiúracha; cathair nasctha; cathracha nasctha; baile comhpháirtíochta; bailte comhpháirtíochta; baile páirtíochta; bailte leathchúpla; leathchúpla; leathbhaile; leathbhailte; comhaontú nasctha; comhaontú cúplála; comhaontú nascadh; cairt nasctha; nascadh bailte; nascadh na mbailte; leathchathair; contae nasctha; socrú nasctha; comhaontú nasctha bailte; bailte a nascadh; cathracha a nascadh; contae cúplaithe; contaetha nasctha; contae comhpháirtíochta; cathair chomhpháirtíochta; cúplaithe le; cathair chúplaithe; baile cúplaithe
kind.cooperation = comhaontú comhoibrithe; comhaontú comhair; comhaontú um chomhoibriú; comhoibriú idirnáisiúnta; comhaontú comhpháirtíochta; comhaontú déthaobhach; creat-chomhaontú; comhar trasteorann; comhaontú comhoibríochta; conradh comhoibrithe; socrú comhoibrithe; comhaontú chun comhoibriú
kind.friendship = comhaontú cairdis; comhaontú cairdeas; cairt chairdis; conradh cairdis; baile cairdis; bailte cairdis; naisc chairdis; cairdeas agus comhoibriú; dearbhú cairdis; comhaontú cairdeasa; cathair chairdis; caidreamh cairdis
kind.memorandum = meabhrán tuisceana; meabhrán comhthuisceana; meamram tuisceana; meabhrán comhoibrithe; meamram comhthuisceana; meabhrán um thuiscint; meabhráin tuisceana
kind.letter-of-intent = litir intinne; litir rúin; dearbhú intinne; ráiteas intinne; litreacha intinne
kind.protocol = prótacal comhoibrithe; prótacal comhair
kind.project-partnership = comhpháirtí tionscadail; comhpháirtithe tionscadail; comhpháirtíocht tionscadail; comhpháirtíocht aeráide; comhpháirtíocht forbartha; tionscadal Eorpach
kind.membership = ballraíocht; ball de; baill de; comhalta de; comhaltas; ina bhall de; ina mball de
kind.contact = teagmháil neamhfhoirmiúil; naisc neamhfhoirmiúla; gan chomhaontú; nasc neamhfhoirmiúil

# Stádas
status.dormant = neamhghníomhach; díomhaoin; ina chodladh; gan teagmháil; gan a bheith gníomhach; níl sé gníomhach; gan ghníomhaíocht; i léig
status.paused = curtha ar fionraí; ar fionraí; ar sos; ar athlá; stoptha go sealadach; curtha ar athlá; curtha ar sos; ar feitheamh
status.ended = críochnaithe; foirceanta; curtha ar ceal; cealaithe; curtha i leataobh; deireadh leis; scortha; tagtha chun deiridh; tugtha chun críche; cuireadh deireadh; foirceannadh; cealaíodh; iar-bhaile nasctha; nasctha roimhe seo; níl sé nasctha
status.lapsed = as feidhm; imithe in éag; in éag; nár athnuadh; dulta in éag; d'imigh in éag; chuaigh as feidhm
status.in-force = gníomhach; i bhfeidhm; reatha; beo; faoi láthair; bailí
status.planned = beartaithe; pleanáilte; á ullmhú; le síniú; á phlé; sa todhchaí; atá beartaithe; nascadh beartaithe; nascadh molta; le nascadh

# Dátaí
role.first-contact = an chéad teagmháil; chéad teagmháil; an chéad chuairt; an chéad chruinniú; thosaigh an caidreamh; tús an chaidrimh
role.decided = cinneadh; faofa; ceadaithe; d'fhaomh; glacadh le; ritheadh rún; faomhadh; d'fhaomh an chomhairle; cheadaigh; glacadh an rún; rith an chomhairle
role.signed = sínithe; síníodh; shínigh; síniú; sínithe i; shíniú; bunaíodh; bunaithe; tugadh i gcrích; nascadh i; rinneadh nascadh; cúpláladh; go hoifigiúil; séalaithe; searmanas sínithe; nasctha ó; tosaíodh; síníodh an comhaontú; síníodh comhaontú; shínigh siad
role.signed-here = sínithe anseo; síníodh anseo; sínithe inár mbaile
role.signed-there = sínithe ansin; síníodh ansin; sínithe sa bhaile nasctha
role.in-force = i bhfeidhm ó; tháinig i bhfeidhm; éifeacht ó
role.renewed = athnuaite; athnuachan; athnuadh; athdhearbhú; athdhearbhaithe; athbheochan; síneadh ama; athshínithe; nuachóirithe; athshíníodh; athnuadh an comhaontú; rinneadh athnuachan
role.ended = tháinig deireadh le; cuireadh deireadh le; deireadh i; foirceannadh; scoireadh; deireadh curtha le
event.merger = cumasc*; athainmn*
event.jubilee = comóradh; iubhaile

since = ó; ó bhí; ón mbliain; ó shin; ó bhliain; ag tosú; as
until = go dtí; chuig; suas go dtí
about = thart ar; timpeall; tuairim is; circa; ca; timpeall ar; beagnach; níos mó ná; go luath; déanach
between = idir; ó thaobh amháin; ar thaobh eile; eatarthu
decade = {y}idí; {y}-idí; {y}í; {y}aidí; na {y}idí; na {y}aidí; sna {y}idí; sna {y}aidí
year = bliain; bhliain; bliana; blianta; mbliain; sa bhliain

# Leibhéil
level.municipality = baile; bailte; mbaile; mbailte; bhaile; bhailte; cathair; cathrach; cathracha; gcathair; chathair; chathrach; sráidbhaile; sráidbhailte; bardas; bhardas; buirg; bhuirg; comhairle baile; comhairle cathrach; comhairle bhaile; cathair agus contae; ceantar bardasach; paróiste; pharóiste; común; gcathracha; chathracha; bardais
level.city-district = ceantar cathrach; bruachbhaile; comharsanacht; toghroinn; ceantar buirge
level.county = contae; chontae; gcontae; contaetha; comhairle contae; comhairle chontae; roinn riaracháin; département; gcontaetha
level.province = cúige; chúige; gcúige; cúigí; proibhinse
level.region = réigiún; réigiúin; réigiúnach; stát; stáit; cantún; comhphobal uathrialach; voivodeship; réigiún uathrialach; vóivóideacht
level.district = ceantar; ceantair; gceantar; cheantar; dúiche
level.association = comhlachas bardas; cumann bardas; cónaidhm bardas; comhlachas comhairlí; cumann nasctha; coiste nasctha; coiste leathchúplála; comhairle réigiúnach; coiste cúplála; cumann cúplála; comhlachas rialtais áitiúil
level.network = líonra; líonraí; gréasán; gréasáin; comhaontas; aontas cathracha; aontas bailte; fáinne bailte; conradh cathracha; comhghuaillíocht
level.institution = scoil; scoileanna; bunscoil; meánscoil; coláiste; ollscoil; ospidéal; club; chlub; cumann; cuideachta; carthanas; eaglais; músaem; leabharlann; amharclann; cór; gaelscoil; comhlacht; fondúireacht; gaelchultúr

# Cinntí
decision = cinneadh; cinneadh uimhir; rún; rún uimhir; rún uimh; miontuairiscí; tagairt; rún a ritheadh; uimhir rúin
body = comhairle; an chomhairle; comhairle contae; comhairle cathrach; comhairle baile; comhairle chontae; tionól; an tionól; coiste; comhairleoirí; bardas; cathaoirleach; comhairle réigiúnach; feidhmeannas; rialtas áitiúil; údarás áitiúil

# Lipéid
label.number = uimhir; uimh; u
label.name = ainm; baile; cathair; comhpháirtí; comhpháirtithe; baile nasctha; bailte nasctha; ainm an bhaile; nasc
label.country = tír; stát; an tír; tíortha
label.region = réigiún; contae; cúige; ceantar; stát
label.place = áit; suíomh; baile; cathair; láthair
label.since = ó; bliain; dáta; nasctha ó; dáta nasctha; bliain nasctha; bunaithe; dáta bunaithe; tús; ón mbliain; dáta an nasctha; bliain an nasctha; comhpháirtí ó
label.signed = sínithe; dáta sínithe; síniú; dáta an chomhaontaithe; sínithe ar; dáta an tsínithe; bliain sínithe
label.decided = faofa; dáta faofa; cinneadh; dáta an chinnidh
label.renewed = athnuaite; dáta athnuachana; athnuachan
label.ended = deireadh; dáta deiridh; go dtí; téarma; tréimhse; dáta críochnaithe; dáta éaga; bailí go dtí
label.kind = cineál; saghas; cineál comhaontaithe; cineál nasctha; comhaontú; caidreamh; foirm
label.status = stádas; staid; gníomhaíocht
label.decision = cinneadh; rún; uimhir rúin; tagairt
label.address = seoladh; seoladh poist; sráid; éirchód; seoladh oifige; cód poist
label.website = suíomh gréasáin; suíomh idirlín; láithreán gréasáin; idirlíon; nasc; www; naisc; suíomh; leathanach baile; suíomh oifigiúil
label.email = ríomhphost; r-phost; rphost; seoladh ríomhphoist; e-mail; email
label.phone = guthán; fón; teil; teileafón; uimhir theileafóin; fón póca; glao
label.fax = facs; faics; fax
label.mayor = méara; an méara; ardmhéara; an tardmhéara; cathaoirleach; an cathaoirleach; príomhfheidhmeannach; leas mhéara; uachtarán; mhéara; méara na cathrach; méara an bhaile; leasmhéara; cathaoirleach na comhairle
label.contact = teagmháil; duine teagmhála; sonraí teagmhála; teagmhálaí; comhordaitheoir; oifigeach
label.population = daonra; cónaitheoirí; líon daoine; áitritheoirí
label.area = achar; limistéar; méid; achar dromchla
label.distance = fad; achar bóthair; fad slí; km; fad ó; achar ó
label.language = teanga; teangacha; teanga oifigiúil; teanga labhartha
label.note = nóta; nótaí; tuairim; cur síos; eolas; stair; sonraí; breis eolais
label.fields = réimsí; réimse; réimsí comhoibrithe; ábhar; ábhair; téamaí; cuspóir; cuspóirí; gníomhaíochtaí; aidhm; aidhmeanna; tionscadail
label.signatories = sínitheoirí; sínithe ag; thar ceann; páirtithe; ar son

million = milliún; milliúin; mhilliún
thousand = míle; mhíle; mílte
inhabitants = duine; daoine; cónaitheoir; cónaitheoirí; daonra; áitritheoirí; áitritheoir
area-unit = km2; km 2; km²; ciliméadar cearnach; ciliméadair chearnacha; heicteár; heicteáir; ha; acra

# Ceannteidil
heading.partners = bailte nasctha; ár mbailte nasctha; bailte cúpla; ár mbailte cúpla; cathracha nasctha; cathracha cúpla; deirfiúrchathracha; cathracha deirfiúracha; nascadh bailte; nascadh; nascadh idirnáisiúnta; leathchúpla; bailte leathchúpla; comhpháirtithe; ár gcomhpháirtithe; comhpháirtithe idirnáisiúnta; naisc idirnáisiúnta; caidreamh idirnáisiúnta; bailte comhpháirtíochta; comhaontuithe nasctha; comhaontuithe cairdis; liosta bailte nasctha; naisc; comhoibriú idirnáisiúnta; cúpláil bailte; nasctha le; bailte agus cathracha cúpla
heading.other = teagmháil; déan teagmháil linn; sonraí teagmhála; nuacht; an nuacht is déanaí; preasráitis; imeachtaí; féilire; féilire imeachtaí; uaireanta oscailte; fianáin; polasaí fianán; beartas fianán; príobháideacht; polasaí príobháideachais; ráiteas príobháideachais; cosaint sonraí; roinn; roinn an leathanach seo; lean muid; lean sinn; meáin shóisialta; naisc; naisc úsáideacha; naisc ghaolmhara; féach freisin; cuardach; cuardaigh; torthaí cuardaigh; aimsir; an aimsir; nuachtlitir; cláraigh; logáil isteach; roghchlár; príomh-roghchlár; léarscáil láithreáin; léarscáil suímh; inrochtaineacht; ráiteas inrochtaineachta; téarmaí agus coinníollacha; cóipcheart; séanadh; fúinn; maidir linn; faoin gcomhairle; seirbhísí; pleanáil; tithíocht; poist; folúntais; turasóireacht; stair; cultúr; oideachas; spórt; sláinte; geilleagar; tíreolaíocht; iompar; gailearaí; grianghraif; físeáin; tagairtí; foinsí; nótaí; íoslódálacha; foilseacháin; cáipéisí; doiciméid; ábhar; clár ábhair; aiseolas; gearáin; toghcháin; suaitheantas; daoine cáiliúla; íoc ar líne; oideachas agus oiliúint; fógraí poiblí; ráiteas fianán; glac leis na fianáin; scéim teanga; saoráil faisnéise

explain = cad is nascadh ann; cad is baile nasctha ann; céard is nascadh; is éard is nascadh ann; stair an nasctha; cuspóir an nasctha; tar éis an dara cogadh domhanda; i ndiaidh an dara cogadh domhanda; conas iarratas a dhéanamh; smaoineamh an nasctha; tairbhí an nasctha; treoir maidir le nascadh

noise = osclaíonn i bhfuinneog nua; osclófar i bhfuinneog nua; oscail i bhfuinneog nua; nasc seachtrach; léigh tuilleadh; léigh níos mó; tuilleadh; tuilleadh eolais; níos mó; breis eolais; foghlaim níos mó; cliceáil anseo; roinn ar facebook; roinn ar twitter; roinn; priontáil; ar ais; ar ais go barr; barr an leathanaigh; téigh go dtí an t-ábhar; léim go dtí an t-ábhar; léim go dtí an príomhábhar; an chéad leathanach eile; ar aghaidh; siar; baile; leathanach baile; dún; oscail; íomhá; pictiúr; grianghraf; físeán; armas; suaitheantas; bratach; bratach na; lógó; léarscáil; taispeáin ar an léarscáil; cuir in eagar; foinse; gach ceart ar cosaint; nuashonraithe; nuashonrú deireanach; foilsithe; éist; íoslódáil; aistrigh; seol chuig cara; roinn ar linkedin; glac le fianáin; seol ríomhphost

and = agus; nó; chomh maith le; is; mar aon le; freisin
in = i; in; sa; san; sna; ó; ón; as; na; den; i gcontae; gar do

# Tíortha
country.AL = na hAlbáine
country.AD = Andóra
country.AM = Airméin; na hAirméine
country.AT = Ostair; na hOstaire
country.AZ = Asarbaiseáin; Asarbaiseán
country.BE = Beilg; Bheilg; na Beilge; mBeilg
country.BA = Boisnia; Bhoisnia; an Bhoisnia; na Boisnia; Boisnia agus an Heirseagaivéin
country.BG = Bulgáir; Bhulgáir; na Bulgáire
country.HR = Cróit; Chróit; na Cróite; gCróit
country.CY = Cipir; Chipir; na Cipire
country.CZ = Seic; Poblacht na Seice; Phoblacht na Seice; an tSeic; tSeicia; Seicia
country.DK = Danmhairg; na Danmhairge; nDanmhairg
country.EE = Eastóin; na hEastóine
country.FI = Fionlainn; Fhionlainn; na Fionlainne; bhFionlainn
country.FR = Frainc; Fhrainc; na Fraince; bhFrainc; sa Fhrainc; Briotáin; an Bhriotáin; na Briotáine; Normainn; Bhriotáin
country.GE = Seoirsia; tSeoirsia; na Seoirsia
country.DE = Gearmáin; Ghearmáin; na Gearmáine; nGearmáin; sa Ghearmáin
country.GR = Gréig; Ghréig; na Gréige; nGréig
country.HU = Ungáir; na hUngáire
country.IS = Íoslainn; na hÍoslainne
country.IE = Éire; Éirinn; na hÉireann; Éireann; Poblacht na hÉireann; hÉirinn
country.IT = Iodáil; na hIodáile; san Iodáil; hIodáil
country.LV = Laitvia; na Laitvia
country.LT = Liotuáin; na Liotuáine
country.LU = Lucsamburg
country.MD = Moldóiv; Mholdóiv; na Moldóive
country.ME = Montainéagró
country.NL = Ísiltír; na hÍsiltíre; an Ollainn; Ollainn; na hOllainne
country.MK = Macadóin; Mhacadóin; an Mhacadóin; na Macadóine Thuaidh
country.NO = Iorua; na hIorua; san Iorua
country.PL = Polainn; Pholainn; na Polainne; bPolainn; sa Pholainn
country.PT = Portaingéil; Phortaingéil; na Portaingéile; bPortaingéil
country.RO = Rómáin; na Rómáine; Romáin
country.RS = Seirbia; tSeirbia; na Seirbia
country.SK = Slóvaic; tSlóvaic; na Slóvaice; Poblacht na Slóvaice
country.SI = Slóivéin; tSlóivéin; na Slóivéine
country.ES = Spáinn; na Spáinne; sa Spáinn; Catalóin; an Chatalóin; Tír na mBascach; an Ghailís
country.SE = Sualainn; tSualainn; na Sualainne
country.CH = Eilvéis; na hEilvéise
country.TR = Tuirc; na Tuirce; dTuirc
country.UA = Úcráin; na hÚcráine
country.GB = Sasana; Shasana; Albain; an Bhreatain; Breatain; na Breataine; an Bhreatain Mhór; Breatain Mhór; an Bhreatain Bheag; Breatain Bheag; na Breataine Bige; na hAlban; Albainn; hAlbain; an Ríocht Aontaithe; Ríocht Aontaithe; Tuaisceart Éireann; Thuaisceart Éireann; Oileán Mhanann; an tOileán Manannach; Corn na Breataine; Chorn na Breataine; Bhreatain; Bhreatain Bheag; Bhreatain Mhór
country.VA = an Vatacáin
country.BY = Bealarúis; Bhealarúis; an Bhílearúis; na Bealarúise
country.RU = Rúis; na Rúise; Cónaidhm na Rúise
country.XK = Cosaiv; an Chosaiv; na Cosaive
country.CN = tSín; na Síne; Daon-Phoblacht na Síne
country.JP = Seapáin; tSeapáin; na Seapáine
country.US = Stáit Aontaithe; na Stáit Aontaithe; Stáit Aontaithe Mheiriceá; SAM; Meiriceá; Mheiriceá; USA; na Stát Aontaithe
country.CA = Cheanada; gCeanada
country.AU = Astráil; na hAstráile
country.NZ = Nua-Shéalainn; na Nua-Shéalainne
country.IN = India; na hIndia
country.KR = Cóiré; Chóiré; an Chóiré; na Cóiré; Cóiré Theas
country.TW = Téaváin
country.IL = hIosrael
country.PS = Palaistín; Phalaistín; na Palaistíne
country.LB = Liobáin
country.MA = Mharacó
country.ZA = Afraic Theas; na hAfraice Theas
country.BR = Brasaíl; Bhrasaíl; na Brasaíle
country.AR = Airgintín; na hAirgintíne
country.MX = Mheicsiceo
country.LS = Leosóta; Leasóta
country.KE = Céinia; Chéinia
country.UG = Uganda
country.TZ = Tansáin; na Tansáine
country.ET = Aetóip; na hAetóipe
country.EG = Éigipt; na hÉigipte
country.CL = Sile; tSile
country.TN = Tuinéis
country.DZ = Ailgéir
country.YUCS = an Iúgslaiv
country.SUHH = an tAontas Sóivéadach; APSS
country.CSHH = Seicslóvaice; an tSeicslóvaic
republic = Poblacht

country-adjective.FR = Francach; Francacha; Fhrancach; Briotánach
country-adjective.DE = Gearmánach; Gearmánacha; Ghearmánach
country-adjective.IT = Iodálach; Iodálacha
country-adjective.ES = Spáinneach; Spáinneacha; Bascach; Catalónach; Gailíseach
country-adjective.GB = Sasanach; Albanach; Breatnach; Briotanach; Breataineach
country-adjective.IE = Éireannach; Éireannacha; Gaelach
country-adjective.US = Meiriceánach; Meiriceánacha
country-adjective.PL = Polannach
country-adjective.NL = Ollannach
country-adjective.BE = Beilgeach
country-adjective.DK = Danmhargach
country-adjective.SE = Sualannach
country-adjective.NO = Ioruach
country-adjective.FI = Fionlannach
country-adjective.HU = Ungárach
country-adjective.RO = Rómánach
country-adjective.CZ = Seiceach
country-adjective.SK = Slóvacach
country-adjective.SI = Slóivéanach
country-adjective.HR = Crótach
country-adjective.GR = Gréagach
country-adjective.PT = Portaingéalach
country-adjective.AT = Ostarach
country-adjective.CH = Eilvéiseach
country-adjective.RU = Rúiseach
country-adjective.UA = Úcránach
country-adjective.LT = Liotuánach
country-adjective.LV = Laitviach
country-adjective.EE = Eastónach
country-adjective.BG = Bulgárach
country-adjective.IS = Íoslannach
country-adjective.TR = Turcach
country-adjective.CN = Síneach
country-adjective.JP = Seapánach
country-adjective.KR = Cóiréach
country-adjective.CA = Ceanadach
country-adjective.AU = Astrálach

count = aon|a haon|ceann amháin|amháin; dhá|dó|a dó; trí|a trí; ceithre|a ceathair; cúig; sé; seacht; ocht; naoi; deich; aon cheann déag; dhá cheann déag|dó dhéag; trí cinn déag; ceithre cinn déag; cúig cinn déag; sé cinn déag; seacht gcinn déag; ocht gcinn déag; naoi gcinn déag; fiche
home = ár mbaile; ár gcathair; ár gcontae; ár gcomhairle; linn; anseo; an baile; an chathair; sa bhaile; ár bparóiste; ár bpobal; inár mbaile
here = anseo
there = ansin
near = in aice le; gar do; cóngarach do
then = ansin
at = i; in; sa; san

title = méara; an méara; ardmhéara; an tArdmhéara; leas-mhéara; cathaoirleach; an cathaoirleach; comhairleoir; an comhairleoir; an Clr; Clr; Cllr; príomhfheidhmeannach; uachtarán; an tUachtarán; taoiseach; an Taoiseach; aire; an tAire; ambasadóir; an tUasal; an tUas; Bean; easpag; rúnaí; teachta dála; TD; seanadóir; stiúrthóir; an Dr; an tOllamh
