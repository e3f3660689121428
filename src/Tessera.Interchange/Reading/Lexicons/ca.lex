# Catalan: the words by which a page about twin towns and partners is read. Form and keys: docs/lexicons.md.
common = el; la; els; les; de; del; dels; i; a; al; als; en; amb; per; que; és; un; una; uns; unes; va; van; ser; són; més; com; però; també; aquest; aquesta; aquests; aquestes; seva; seu; seus; seves; des; fins; entre; sobre; anys; any; ha; han; molt; nostre; nostra; hi; ho; on; qual; ajuntament; així; dins; altres; tot

# Mesos
month.1 = gener; gen
month.2 = febrer; febr; feb
month.3 = març; mar
month.4 = abril; abr
month.5 = maig
month.6 = juny
month.7 = juliol; jul
month.8 = agost; ag; ago
month.9 = setembre; setbre; sept
month.10 = octubre; oct
month.11 = novembre; nov
month.12 = desembre; dec

# Tipus d'acords
kind.twinning = agermana*; ciutat agermanada; ciutats agermanades; poble agermanat; pobles agermanats; municipi agermanat; municipis agermanats; vila agermanada; viles agermanades; conveni d'agermanament; convenis d'agermanament; acord d'agermanament; acords d'agermanament; acta d'agermanament; carta d'agermanament; protocol d'agermanament; pacte d'agermanament; pergamí d'agermanament; jurament d'agermanament; ciutat germana; ciutats germanes; poble germà; pobles germans; municipi germà; municipis germans; germanor entre; ciutat bessona; ciutats bessones; ciutat sòcia; ciutats sòcies; ciutats associades; ciutat associada; municipi soci; municipis socis; vila germana; viles germanes; germanament*; acord d'associació; regió agermanada; comarca agermanada; ciutats parella; tractat d'agermanament; compromís d'agermanament; declaració d'agermanament; conveni de germanor; pacte de germanor; acord de germanor; comarques agermanades; regions agermanades; barri agermanat; província agermanada; llaços de germanor; municipi bessó
kind.cooperation = acord de cooperació; acords de cooperació; conveni de cooperació; convenis de cooperació; acord de col·laboració; acords de col·laboració; conveni de col·laboració; convenis de col·laboració; conveni marc; acord marc; acord bilateral; acords bilaterals; cooperació bilateral; relacions bilaterals; cooperació descentralitzada; declaració de cooperació; declaració conjunta; pacte de cooperació; ciutats col·laboradores; ciutat col·laboradora; cooperació transfronterera; aliança estratègica; acord de cooperació i amistat; conveni d'intercanvi; cooperació directa; conveni de cooperació internacional; acord de cooperació descentralitzada; conveni transfronterer; acord transfronterer; acord d'intercanvi; carta de cooperació; protocol marc; conveni de col·laboració internacional
kind.friendship = acord d'amistat; acords d'amistat; pacte d'amistat; carta d'amistat; protocol d'amistat; declaració d'amistat; conveni d'amistat; vincle d'amistat; vincles d'amistat; lligams d'amistat; relacions d'amistat; ciutat amiga; ciutats amigues; poble amic; pobles amics; municipis amics; amistat i cooperació; llaços d'amistat; amistat i col·laboració; pacte de fraternitat; acord de fraternitat; vila amiga; viles amigues; municipi amic; tractat d'amistat; llaços d'amistat i cooperació
kind.memorandum = memoràndum*; memorandum*; memoràndum d'entesa; memoràndum d'enteniment; memoràndum d'acord; memoràndum de col·laboració
kind.letter-of-intent = carta d'intencions; carta d'intenció; cartes d'intencions; declaració d'intencions; declaració d'intenció; protocol d'intencions; protocol d'intenció; acord d'intencions; declaració d'intencions conjunta; preacord; acord preliminar; carta de compromís
kind.protocol = protocol de cooperació; protocols de cooperació; protocol de col·laboració; protocols de col·laboració; protocol general; protocol d'acord; protocol d'entesa
kind.project-partnership = soci del projecte; socis del projecte; socis de projecte; partenariat; cooperació al desenvolupament; projecte de cooperació; projectes de cooperació; apadrinament*; ciutat apadrinada; poble apadrinat; projecte europeu; projectes europeus; soci líder; cap de fila; conveni de solidaritat; pacte climàtic; ajut humanitari; solidaritat internacional
kind.membership = membre de; membres de; membre de la xarxa; pertinença; adhesió a; adherit a; adherida a; adherits a; ciutat membre; ciutats membres; soci fundador; membre fundador; forma part de; formem part de; participa en la xarxa
kind.contact = contacte informal; contactes informals; relació informal; relacions informals; col·laboració informal; sense conveni; sense acord; sense acord formal; contactes puntuals; relació no formalitzada; relacions sense formalitzar; sense conveni signat; sense acord signat; conveni no signat; no s'ha signat; sense agermanament formal; no formalitzat; no formalitzada

# Estat
status.dormant = inactiu; inactiva; inactius; inactives; sense activitat; adormit; adormida; sense contacte; sense contactes; sense relació; poc actiu; poc activa; en desús; oblidat; oblidada; dorment; latent; agermanament inactiu; agermanaments inactius; actualment inactiu; actualment inactiva; ja no és actiu; ja no està actiu; sense intercanvis; hivernat; en hibernació; sense continuïtat
status.paused = suspès; suspesa; suspesos; suspeses; suspensió; congelat; congelada; en pausa; interromput; interrompuda; aturat; aturada; en suspens; paralitzat; paralitzada; suspès temporalment; suspesa temporalment; temporalment suspès; temporalment aturat; congelats; agermanament suspès; actualment suspès; moratòria; suspendre
status.ended = finalitzat; finalitzada; finalitzats; finalitzades; extingit; extingida; extinció; rescindit; rescindida; rescissió; cancel·lat; cancel·lada; cancel·lació; trencat; trencada; dissolt; dissolta; denúncia del conveni; antics agermanaments; antic agermanament; anul·lat; anul·lada; sense efecte; agermanament acabat; agermanament finalitzat; relació acabada; agermanament trencat; agermanament extingit; antiga ciutat agermanada; antigues ciutats agermanades; ja no agermanat; ja no vigent; deixat sense efecte; ruptura de l'agermanament; revocat; revocada; posar fi
status.lapsed = caducat; caducada; vençut; vençuda; expirat; expirada; no renovat; no renovada; no prorrogat; vigència exhaurida; conveni caducat; conveni vençut; acord caducat; acord expirat; no s'ha renovat; vigència finalitzada
status.in-force = actiu; activa; actius; actives; vigent; vigents; en vigor; viu; viva; en actiu; actual; actuals; operatiu; indefinit; indefinida; vigència indefinida
status.planned = previst; prevista; previstos; previstes; en preparació; en tràmit; en tramitació; en procés; proposat; proposada; en estudi; futur agermanament; futurs agermanaments; pendent de signar; pendent de signatura; en negociació; projectat; s'està preparant; en procés d'agermanament; en procés de signatura; proposta d'agermanament; agermanament en tràmit; agermanament previst; pendent d'aprovació

# Dates
role.first-contact = primer contacte; primers contactes; primera visita; primeres visites; primera trobada; primeres trobades; primeres relacions; inici de les relacions; inici dels contactes; inici de la relació; les relacions comencen; les relacions van començar; la relació va començar; es remunta; es remunten; coneixença; van començar; primer intercanvi; primers intercanvis; els primers contactes; les primeres visites; els primers intercanvis; inici dels intercanvis; inici de l'amistat; els contactes van començar; la relació comença; es remunta a; els contactes es remunten
role.decided = aprovat; aprovada; aprovats; aprovades; aprovació; aprovar; va aprovar; aprova; acordat; acordada; va acordar; per acord del ple; acord de ple; acord del ple; acord plenari; acord de la junta de govern; ratificat; ratificada; ratificació; decidit; decidida; va decidir; adoptat; adoptada; adopció; per unanimitat; el ple aprova; el ple va aprovar; aprovat en ple; aprovat pel ple; aprovada pel ple; aprovació del ple; el ple de l'ajuntament va aprovar; per acord plenari; sessió plenària
role.signed = signat; signada; signats; signades; signatura; signatures; signar; signaren; va signar; van signar; es va signar; es van signar; firmat; firmada; firmar; firma; va firmar; van firmar; es va firmar; subscrit; subscrita; subscriure; va subscriure; formalitzat; formalitzada; formalització; segellat; segellada; segellar; establert; establerta; va establir; van establir; constituït; constituïda; agermanada des de; agermanat des de; agermanats des de; agermanades des de; es va agermanar; es van agermanar; s'agermanà; s'agermanaren; celebrat; oficialment; oficialitzat; oficialitzada; inici; iniciat; iniciada; va néixer; concertat; acte d'agermanament; data d'agermanament; cerimònia d'agermanament; signatura del conveni; signatura de l'acord; signatura de l'agermanament; signatura del protocol; es va formalitzar; es va oficialitzar; es va segellar; es va subscriure; es va signar l'agermanament; acord signat; conveni signat; protocol signat; agermanament signat; agermanament oficial; van subscriure; acta signada
role.signed-here = signat aquí; signat a casa nostra; signat a la nostra ciutat; signat al nostre municipi; signat al nostre poble; signat al nostre ajuntament
role.signed-there = signat allà; signat a la ciutat agermanada; signat a l'estranger; signat al poble agermanat
role.in-force = en vigor des de; vigent des de; va entrar en vigor; entrada en vigor; vàlid des de; efectiu des de; en vigor a partir de
role.renewed = renovat; renovada; renovats; renovades; renovació; renovar; va renovar; es va renovar; ratificat de nou; reafirmat; reafirmada; reafirmació; reconfirmat; prorrogat; prorrogada; pròrroga; ampliat; ampliada; reprès; represa; reactivat; reactivada; reactivació; revitalitzat; actualitzat; actualitzada; renovellat; renovació de l'agermanament; renovació de l'acord; renovació del conveni; nou acord; nou conveni; agermanament renovat; va ser renovat; revalidat; ratificació de l'agermanament; refermat; refermada; confirmació de l'agermanament; refermar
role.ended = finalitzat el; finalitzada el; rescindit el; va finalitzar; va acabar; es va rescindir; es va extingir; es va cancel·lar; va durar fins; extingit el; va expirar; agermanament finalitzat; agermanament trencat; data d'extinció; data de rescissió; deixat sense efecte; va quedar sense efecte
event.merger = fusió; fusionat*; fusionà; reforma territorial
event.jubilee = aniversari; cinquantenari

since = des de; des del; des de l'any; desde; a partir de; a partir del; d'ençà; d'ençà de; des de l'
until = fins; fins a; fins al; fins el; fins l'any
about = aproximadament; aprox; cap a; cap al; al voltant de; vora; prop de; quasi; gairebé; uns; unes; circa; ca; més de; a principis de; a principis dels; a finals de; a finals dels; a mitjan; a mitjans dels
between = entre; d'una banda; d'altra banda; per una part; per l'altra; tant; entre les ciutats de; entre els municipis de
decade = anys {y}; els anys {y}; anys '{y}; dècada de {y}; dècada dels {y}; dècada del {y}; la dècada dels {y}; anys {y} del segle passat; principis dels {y}; finals dels {y}; mitjan {y}; principis dels anys {y}; finals dels anys {y}; mitjans dels anys {y}
year = any; anys; l'any; de l'any; en l'any; d'any

# Nivells
level.municipality = municipi; municipis; municipal; municipals; ajuntament; ajuntaments; ciutat; ciutats; vila; viles; poble; pobles; població; poblacions; localitat; localitats; comuna; comunes; terme municipal; capital; consistori; nucli; parròquia; parròquies; comú; llogaret; poblet; poblets; entitat municipal descentralitzada; cap de comarca
level.city-district = districte de la ciutat; districte municipal; barri; barris; barriada; arrondissement; suburbi; pedania
level.county = comtat; comtats; departament; departaments; departament francès; comtat de; landkreis
level.province = província; províncies; provincial; diputació; diputació provincial; diputacions
level.region = regió; regions; regional; comunitat autònoma; comunitats autònomes; estat; estats; estat federat; land; cantó; cantons; voivodat; voivodats; óblast; prefectura; prefectures; vegueria; govern regional; república autònoma; estats federats; länder; comunitat foral; regió autònoma
level.district = comarca; comarques; comarcal; consell comarcal; districte; districtes; cercle; raion; okres; powiat
level.association = mancomunitat; mancomunitats; associació de municipis; federació de municipis; consorci; consorcis; comunitat de municipis; àrea metropolitana; associació de municipis i comarques; agrupació de municipis; comunitat de comunes
level.network = xarxa; xarxes; xarxa de ciutats; xarxa de municipis; xarxes internacionals; associació internacional; unió de ciutats; lliga de ciutats; aliança; aliances; eurociutat; euroregió; eurodistricte; organismes internacionals; organitzacions internacionals; federació
level.institution = escola; escoles; institut; instituts; universitat; universitats; hospital; hospitals; club; clubs; associació; associacions; entitat; entitats; empresa; empreses; fundació; museu; museus; biblioteca; teatre; coral; orquestra; cobla; parròquia de sant; església; bombers; cambra de comerç; col·legi; llar d'infants; comitè d'agermanament; ong; esbart

# Acords dels òrgans
decision = acord; acord de ple; acord del ple; acord núm; decret; decret d'alcaldia; resolució; moció; expedient; exp; acta; acta núm; bop; dogc; dictamen; acord plenari; acord número; número d'acord; decret núm; resolució núm; dictamen núm; expedient núm; exp núm
body = ple; ple municipal; ple de l'ajuntament; el ple; junta de govern; junta de govern local; consell; consell municipal; consell comarcal; consell de districte; comissió; comissió de govern; regidoria; alcaldia; ajuntament; consistori; comú; consell general; diputació; assemblea; comissió d'agermanament; govern municipal; parlament

# Capçaleres i etiquetes
label.number = núm; número; n; nombre
label.name = nom; ciutat; municipi; poble; població; ciutat agermanada; municipi agermanat; poble agermanat; soci; socis; nom de la ciutat; nom del municipi; entitat; agermanament; ens
label.country = país; estat; països; nació
label.region = regió; província; comarca; departament; comunitat autònoma; land; cantó; comtat; districte
label.place = lloc; localitat; ciutat; municipi; població; ubicació; situació; seu
label.since = des de; any; data; any d'agermanament; data d'agermanament; data de l'agermanament; any de l'agermanament; agermanats des de; agermanada des de; agermanat des de; agermanades des de; inici; data d'inici; any d'inici; soci des de; establert; des de l'any; agermanament des de; any de signatura; any de l'acord; any de constitució; inici de l'agermanament; any d'inici de l'agermanament; agermanament oficial des de; amistat des de; col·laboració des de; relació des de; ciutat agermanada des de
label.signed = signatura; data de signatura; data de la signatura; signat; signat el; any de signatura; data del conveni; data de l'acord; data firma; lloc i data de signatura; firma; signatura del conveni; signatura de l'agermanament; signatura de l'acord; data de signatura del conveni; data de signatura de l'acord; conveni signat el; acord signat el; any de la signatura; data i lloc de signatura; data de l'acta; any del conveni; data de formalització
label.decided = aprovat; aprovació; data d'aprovació; acord de ple; data de l'acord de ple; aprovat el
label.renewed = renovat; renovació; data de renovació; pròrroga; darrera renovació
label.ended = fins; final; finalització; data de finalització; vigència; durada; venciment; vigent fins; data de venciment; termini; extinció; data d'extinció; data de fi; fi de vigència; durada del conveni; rescissió; data de rescissió
label.kind = tipus; tipus d'acord; tipus de relació; tipus de conveni; tipus d'agermanament; forma; modalitat; conveni; acord; document; classe; relació; naturalesa
label.status = estat; situació; vigència; activitat; estat actual
label.decision = acord; número d'acord; acord del ple; resolució; decret; expedient
label.address = adreça; adreça postal; carrer; domicili; codi postal; cp; seu; direcció
label.website = web; pàgina web; lloc web; web oficial; pàgina oficial; www; enllaç; enllaços; adreça web; web municipal; internet; url; més informació
label.email = correu electrònic; correu; e-mail; email; a/e; adreça electrònica; mail; correu-e
label.phone = telèfon; tel; telèfons; tlf; mòbil; telf; centraleta
label.fax = fax; telefax; núm de fax
label.mayor = alcalde; alcaldessa; batlle; batllessa; president; presidenta; cònsol; cònsol major; síndic; governador; batle; nom de l'alcalde; nom de l'alcaldessa; alcalde actual; alcalde o alcaldessa; cònsol menor; president del consell comarcal; alcalde/essa; burgmestre; prefecte
label.contact = contacte; persona de contacte; persones de contacte; responsable; coordinador; coordinadora; dades de contacte; interlocutor; referent
label.population = població; habitants; nombre d'habitants; hab; cens; nombre de població
label.area = superfície; extensió; àrea; territori; extensió territorial
label.distance = distància; distància en km; km; quilòmetres; distància en línia recta; en línia recta; distància per carretera; distància en quilòmetres
label.language = llengua; llengües; idioma; idiomes; llengua oficial; llengües oficials; idioma oficial
label.note = nota; notes; observacions; comentaris; comentari; descripció; informació; altres dades; dades d'interès; història; més dades
label.fields = àmbits; àmbit; àmbits de cooperació; àmbits de col·laboració; temes; temàtica; tema; objecte; objectius; objectiu; activitats; finalitat; contingut; àrees de cooperació; sectors; projectes; motiu
label.signatories = signants; signat per; signataris; firmants; parts; les parts; en representació de; en nom de

million = milió; milions; mio; m
thousand = mil; milers
inhabitants = habitants; habitant; hab; població; persones; veïns; ànimes; ciutadans
area-unit = km2; km 2; km²; quilòmetres quadrats; quilòmetre quadrat; km quadrats; ha; hectàrees; hectàrea

# Títols
heading.partners = agermanaments; agermanament; ciutats agermanades; pobles agermanats; municipis agermanats; viles agermanades; ciutats agermanades amb; els nostres agermanaments; les nostres ciutats agermanades; agermanaments de la ciutat; agermanaments del municipi; agermanaments internacionals; agermanaments i cooperació; agermanaments i relacions internacionals; ciutats germanes; pobles germans; municipis germans; ciutats amigues; pobles amics; relacions internacionals; relacions exteriors; cooperació internacional; llista d'agermanaments; llistat de ciutats agermanades; agermanaments vigents; agermanaments actius; altres agermanaments; antics agermanaments; acords de col·laboració; acords de cooperació; convenis de cooperació; convenis d'agermanament; ciutats sòcies; socis; ciutats associades; ciutats col·laboradores; acords d'amistat; protocols de col·laboració; pobles agermanats amb; ciutat agermanada; poble agermanat; relacions bilaterals; agermanaments i xarxes
heading.other = contacte; contacta; contacteu; contacta amb nosaltres; contacteu amb nosaltres; notícies; darreres notícies; últimes notícies; actualitat; sala de premsa; premsa; notes de premsa; agenda; activitats; esdeveniments; calendari; horari; horaris; horari d'atenció; galetes; política de galetes; configuració de galetes; cookies; política de cookies; privadesa; política de privacitat; política de privadesa; protecció de dades; comparteix; compartir; comparteix a; segueix-nos; seguiu-nos; xarxes socials; relacionat; relacionats; continguts relacionats; enllaços relacionats; enllaços; enllaços d'interès; vegeu també; veure també; cerca; cercador; resultats de la cerca; el temps; previsió del temps; meteorologia; butlletí; subscriu-te; subscripció; inici de sessió; identificació; registre; menú; menú principal; navegació; mapa web; mapa del web; sou a; ets aquí; accessibilitat; declaració d'accessibilitat; avís legal; condicions d'ús; crèdits; qui som; l'ajuntament; el municipi; la ciutat; documents; documentació; descàrregues; tràmits; tràmits i gestions; seu electrònica; serveis; transparència; perfil del contractant; tauler d'anuncis; oferta pública; galeria; galeria d'imatges; imatges; fotos; vídeos; referències; fonts; bibliografia; notes; història; geografia; economia; demografia; població; cultura; esports; educació; sanitat; salut; turisme; llocs d'interès; fills il·lustres; política; eleccions; símbols; escut i bandera; transport; medi ambient; comentaris; arxiu; categories; etiquetes; telèfons d'interès; telèfons útils; com arribar-hi; plànol; incidències; suggeriments; enquesta; festes; índex; taula de continguts; utilitzem galetes; ús de galetes; portal de transparència; oferta pública d'ocupació; cita prèvia; ordenances; pressupost; participació ciutadana; bústia ciutadana; queixes i suggeriments; serveis municipals; regidories; equip de govern; guia de carrers; plens municipals

explain = què és un agermanament; què són els agermanaments; què és l'agermanament; un agermanament és; l'agermanament és; els agermanaments són; origen dels agermanaments; història dels agermanaments; la idea de l'agermanament; objectius de l'agermanament; finalitat dels agermanaments; després de la segona guerra mundial; com agermanar-se; com fer un agermanament; com sol·licitar; el concepte d'agermanament; programa europa amb els ciutadans; guia d'agermanaments; família d'acollida; famílies d'acollida; l'agermanament consisteix; els agermanaments consisteixen; definició d'agermanament; què suposa un agermanament

noise = obre en una finestra nova; s'obre en una finestra nova; obre en una nova finestra; s'obre en una nova finestra; obre en finestra nova; obre en una pestanya nova; enllaç extern; enllaç a web externa; llegir més; llegeix més; llegiu-ne més; més informació; més info; saber-ne més; veure més; mostra'n més; carrega'n més; detalls; cliqueu aquí; clica aquí; feu clic aquí; feu clic per; visita el web; visiteu el web; anar al web; web oficial; comparteix a facebook; compartir a facebook; comparteix a twitter; compartir a twitter; comparteix; compartir; envia per correu; envia a un amic; imprimeix; imprimir; versió per imprimir; torna; tornar; enrere; a dalt; torna a dalt; puja; vés al contingut; salta al contingut; anar al contingut; següent; anterior; inici; pàgina d'inici; pàgina principal; tanca; tancar; obre; imatge; imatge de; foto; fotografia; foto de; autor de la foto; amplia; amplia la imatge; ampliar imatge; vídeo; reprodueix; escut; escut de; escut d'armes; bandera; bandera de; logotip; logo; mapa; mapa de; veure mapa; mostra al mapa; edita; modifica; modifica el codi; font; tots els drets reservats; darrera actualització; última actualització; actualitzat; publicat; data de publicació; escolta; descarrega; descarregar pdf; baixa; tradueix; traductor; accepta-ho tot; accepta les galetes; acceptar galetes; acceptar totes; rebutja-ho tot; copia l'enllaç; vés al contingut principal

and = i; o; així com; a més de; juntament amb; també; ni; e
in = a; de; del; d'; al; als; en; de la; dels; a la; a l'; de l'; prop de; situat a; situada a; per

# Països
country.AD = Principat d'Andorra
country.AT = Tirol
country.BE = Flandes; Valònia
country.BA = Bòsnia; Hercegovina; Bòsnia-Hercegovina; Bòsnia Hercegovina; Bosnia; Bòsnia i Herzegovina
country.CZ = República Txeca; Bohèmia; Moràvia
country.DK = Illes Fèroe; Grenlàndia
country.FR = Catalunya Nord; Catalunya del Nord; Occitània; Rosselló; Bretanya; Còrsega; República Francesa
country.DE = República Federal d'Alemanya; RFA; RDA; Baviera
country.GR = Creta
country.IE = República d'Irlanda; Eire
country.IT = Sardenya; Sicília; l'Alguer
country.MD = Moldova
country.NL = Holanda; Països Baixos; Els Països Baixos
country.MK = Macedònia; FYROM
country.PT = Açores; Madeira
country.RS = Vojvodina
country.SK = República Eslovaca
country.ES = Estat espanyol; Catalunya; País Basc; Euskadi; País Valencià; Comunitat Valenciana; Galícia; Andalusia; Aragó; Illes Balears; Mallorca; Menorca; Castella
country.CH = Confederació Helvètica
country.GB = Gran Bretanya; Anglaterra; Escòcia; Gal·les; País de Gal·les; Irlanda del Nord; UK
country.VA = Vaticà; Santa Seu
country.BY = Bielorússia; Belarús
country.RU = Federació Russa; Federació de Rússia
country.CN = República Popular de la Xina; RP Xina
country.US = Estats Units d'Amèrica; EUA; EEUU; USA; Califòrnia; Nord-amèrica
country.CA = Quebec
country.KR = Corea; República de Corea
country.PS = Territoris palestins; Cisjordània; Gaza
country.MA = Sàhara Occidental; Sàhara; RASD; República Àrab Sahrauí Democràtica; campaments de refugiats sahrauís
country.CI = Costa d'Ivori
country.YUCS = Iugoslàvia
country.SUHH = URSS; Unió Soviètica
country.CSHH = Txecoslovàquia
country.CSXX = Sèrbia i Montenegro
republic = república

country-adjective.AL = albanès; albanesa; albanesos
country-adjective.AD = andorrà; andorrana; andorrans
country-adjective.AM = armeni; armenis
country-adjective.AT = austríac; austríaca; austríacs; austríaques
country-adjective.AZ = àzeri; azerbaidjanès
country-adjective.BE = belga; belgues; flamenc; flamenca; való
country-adjective.BA = bosnià; bosniana; bosnians
country-adjective.BG = búlgar; búlgara; búlgars
country-adjective.HR = croat; croata; croats
country-adjective.CY = xipriota; xipriotes
country-adjective.CZ = txec; txeca; txecs; txeques
country-adjective.DK = danès; danesa; danesos
country-adjective.EE = estonià; estoniana
country-adjective.FI = finlandès; finlandesa; finesa; finès
country-adjective.FR = francès; francesa; francesos; franceses; occità; occitana; bretó; bretona
country-adjective.GE = georgià; georgiana
country-adjective.DE = alemany; alemanys; alemanyes; bavarès
country-adjective.GR = grec; grega; grecs; gregues
country-adjective.HU = hongarès; hongaresa; hongaresos
country-adjective.IS = islandès; islandesa
country-adjective.IE = irlandès; irlandesa; irlandesos
country-adjective.IT = italià; italiana; italians; italianes; sard; sarda; sicilià
country-adjective.LV = letó; letona
country-adjective.LT = lituà; lituana
country-adjective.LU = luxemburguès; luxemburguesa
country-adjective.MT = maltès; maltesa
country-adjective.MD = moldau; moldava
country-adjective.MC = monegasc; monegasca
country-adjective.ME = montenegrí; montenegrina
country-adjective.NL = neerlandès; neerlandesa; holandès; holandesa; holandesos
country-adjective.MK = macedoni
country-adjective.NO = noruec; noruecs
country-adjective.PL = polonès; polonesa; polonesos
country-adjective.PT = portuguès; portuguesa; portuguesos
country-adjective.RO = romanès; romanesa; romanesos
country-adjective.SM = sanmarinès
country-adjective.RS = serbi; serbis
country-adjective.SK = eslovac; eslovaca
country-adjective.SI = eslovè; eslovena
country-adjective.ES = espanyol; espanyola; espanyols; espanyoles; català; catalana; basc; basca; gallec; andalús; andalusa; valencià; mallorquí
country-adjective.SE = suec; sueca; suecs
country-adjective.CH = suís; suïssos
country-adjective.TR = turc; turca; turcs
country-adjective.UA = ucraïnès; ucraïnesa
country-adjective.GB = britànic; britànica; anglès; anglesa; anglesos; escocès; escocesa; gal·lès; gal·lesa
country-adjective.VA = vaticà
country-adjective.BY = bielorús; bielorussa
country-adjective.RU = rus; russa; russos
country-adjective.XK = kosovar
country-adjective.CN = xinès; xinesa; xinesos
country-adjective.JP = japonès; japonesa
country-adjective.US = nord-americà; nord-americana; americà; americana; estatunidenc; estatunidenca
country-adjective.CA = canadenc; canadenca; quebequès
country-adjective.AU = australià; australiana
country-adjective.NZ = neozelandès
country-adjective.IN = indi
country-adjective.KR = coreà; coreana; sud-coreà
country-adjective.VN = vietnamita
country-adjective.TW = taiwanès
country-adjective.IL = israelià; israeliana
country-adjective.PS = palestí; palestins
country-adjective.LB = libanès; libanesa
country-adjective.KZ = kazakh
country-adjective.UZ = uzbek
country-adjective.KG = kirguís
country-adjective.MA = marroquí; marroquina; marroquins; sahrauí; sahrauís
country-adjective.TN = tunisià; tunisiana
country-adjective.DZ = algerià; algeriana
country-adjective.EG = egipci; egípcia
country-adjective.SN = senegalès; senegalesa
country-adjective.ML = malià; maliana
country-adjective.BF = burkinès
country-adjective.BJ = beninès
country-adjective.TG = togolès
country-adjective.CI = ivorià
country-adjective.GH = ghanès
country-adjective.NG = nigerià
country-adjective.CM = camerunès
country-adjective.TZ = tanzà
country-adjective.KE = kenyà
country-adjective.UG = ugandès
country-adjective.RW = ruandès
country-adjective.ET = etíop
country-adjective.ZA = sud-africà; sud-africana
country-adjective.NA = namibi
country-adjective.MZ = moçambiquès
country-adjective.MG = malgaix
country-adjective.CU = cubà; cubana; cubans
country-adjective.NI = nicaragüenc; nicaragüenca
country-adjective.MX = mexicà; mexicana
country-adjective.GT = guatemalenc; guatemalenca
country-adjective.HN = hondureny; hondurenya
country-adjective.BR = brasiler; brasilera
country-adjective.AR = argentí; argentins
country-adjective.CL = xilè; xilena
country-adjective.PE = peruà; peruana
country-adjective.BO = bolivià; boliviana
country-adjective.CO = colombià; colombiana
country-adjective.EC = equatorià; equatoriana
country-adjective.UY = uruguaià; uruguaiana
country-adjective.PY = paraguaià; paraguaiana
country-adjective.YUCS = iugoslau

count = un|una|uns; dos|dues; tres; quatre; cinc; sis; set; vuit|huit; nou; deu; onze; dotze; tretze; catorze; quinze; setze; disset; divuit; dinou; vint
home = la nostra ciutat; nostra ciutat; el nostre municipi; el nostre poble; nostre poble; la nostra vila; nostra vila; el nostre ajuntament; amb nosaltres; casa nostra; a casa nostra; aquí; la ciutat; el municipi; la vila; el poble; la nostra població; la nostra comarca; la nostra localitat
here = aquí; a casa nostra
there = allà; allí
near = a prop de; prop de; al nord de; al sud de; a l est de; a l oest de
then = després; i després
at = a; al; en

title = alcalde; alcaldessa; l'alcalde; l'alcaldessa; exalcalde; exalcaldessa; batlle; batllessa; batle; tinent d'alcalde; tinenta d'alcalde; primer tinent d'alcalde; regidor; regidora; president; presidenta; vicepresident; vicepresidenta; conseller; consellera; cònsol; cònsol major; cònsol honorari; síndic; sr; sra; senyor; senyora; molt honorable; honorable; ministre; ministra; ambaixador; ambaixadora; diputat; diputada; secretari; secretària; director; directora; governador; governadora; rector; mossèn; bisbe; delegat; delegada; coordinador; coordinadora; consellera delegada; prefecte

law = article; articles; llei; decret llei; reial decret
