"""The words of the patterns in English, French, Spanish, Russian and Arabic."""

# A word that begins with a capital, or an initial; names of persons are rows of them.
# Nothing here may repeat without a bound: a hostile text would take hours.
CAPITAL = r"(?<!\w)[A-ZÀ-ÖØ-ÞĀ-žА-ЯЁ][\w'’-]{0,30}\.?"
_LITTLE = r"(?:(?:de|del|da|dos|la|el|al|bin|bint|van|von|den)[ \t]{1,4})*"
# Words that begin a sentence are no names.
_NO_NAME = (
    r"(?!(?:An?|The|One|This|That|Her|His|My|At|In|Une?|Les?|La|El|Una?|Mi|Su"
    r"|Это|Эта|Этот|Она|Он|Её|Ее|Его|Моя|Мой|Одна|Один|В|На|По|Из|Когда)\b)"
)
NAME = rf"{_NO_NAME}{CAPITAL}(?:[ \t]{{1,4}}{_LITTLE}{CAPITAL}){{0,3}}"

# How a private person is spoken of. "President" and "Excellency" are offices.
TITLES = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Mme|Mlle|M|Sr|Sra|Srta|Don|Doña|Madame|Monsieur|Señora?|Señorita"
    r"|[Гг]-жа|[Гг]-же|[Гг]-жу|[Гг]-жи|[Гг]-жой|[Гг]-н|[Гг]-на|[Гг]-ну|[Гг]-ном"
    r"|[Гг]оспож[аеуи]|[Гг]осподин[ау]?)"
)
# What stands behind a title in speeches, or tells an office: such persons speak in public.
OFFICES = (
    *("President", "Président", "Présidente", "Presidente", "Presidenta", "Chair", "Chairman"),
    *("Chairperson", "Chairwoman", "Secretary", "Secrétaire", "Secretario", "Secretaria"),
    *("Minister", "Ministre", "Ministro", "Ministra", "Ambassador", "Ambassadeur", "Embajador"),
    *("Embajadora", "Director", "Directeur", "Directrice", "Directora", "Commissioner"),
    *("Commissaire", "Comisionado", "Comisionada", "Representative", "Représentant"),
    *("Représentante", "Representante", "Rapporteur", "Rapporteuse", "Relator", "Relatora"),
    *("Senator", "Congressman", "Congresswoman", "Governor", "Prime", "Premier", "Foreign"),
    *("Speaker", "Moderator", "Excellency", "Coordinator", "Envoy", "Administrator", "General"),
    *("Under-Secretary-General", "Secretary-General", "Vice-President", "Special", "Executive"),
    *("Deputy", "Permanent", "High", "Head", "Chief", "King", "Queen", "Prince", "Princess"),
)
# The same in Russian, however they are declined; in small letters.
OFFICE_STEMS = (
    *("председател", "президент", "министр", "посол", "посл", "секретар", "директор", "докладчи"),
    *("представител", "координатор", "комиссар", "генеральн", "глав", "специальн", "сенатор"),
    *("губернатор", "депутат", "верховн", "исполнительн", "постоянн", "заместител", "делегат"),
)

# One child; of many nobody is told from the others.
MINORS = {
    "en": r"(?:girl|boy|child|daughter|son|teenager|minor|baby|student|sister|brother)",
    "fr": r"(?:fille|fillette|garçon|enfant|fils|adolescente?|mineure?|bébé|sœur|frère)",
    # "Menor de 18 años" is what the law says of all of them.
    "es": (
        r"(?:niña|niño|hija|hijo|adolescente|menor(?![ \t]{1,4}de[ \t]{1,4}(?:18|21)\b)|bebé"
        r"|chica|chico|joven|hermana|hermano)"
    ),
    "ru": (
        r"(?:девочк[аеуи]|девочкой|девушк[аеуи]|мальчик[ау]?|реб[её]н(?:ок|ка|ку)|доч(?:ь|ери|ка|ку)"
        r"|сын[ау]?|подрост(?:ок|ка|ку)|школьниц[ауе]|несовершеннолетн(?:яя|ей|юю|ий|его)"
        r"|сестр[аеуы]|брат[ау]?|младенец)"
    ),
}
# One word may stand between a child and an age, but none that draws the line of an age.
BETWEEN = (
    r"(?:(?!(?:under|below|over|before|until|than|moins|plus|menos|más|hasta|до|младше|старше|менее"
    r"|более|моложе)\b)\w{1,30}[ \t]{1,4})?"
)
# A number beside a name that is an age.
AGES = {
    "en": (
        r"aged?[ \t]{1,4}\d{1,2}\b",
        r"\d{1,2}[ -]years?[ -](?:old|of age)",
        r"\d{1,2}[ -]yr[ -]old",
    ),
    "fr": (r"âgée?[ \t]{1,4}de[ \t]{1,4}\d{1,2}[ \t]{1,4}ans", r"\d{1,2}[ \t]{1,4}ans"),
    "es": (r"de[ \t]{1,4}\d{1,2}[ \t]{1,4}años", r"\d{1,2}[ \t]{1,4}años"),
    "ru": (
        r"в[ \t]{1,4}возрасте[ \t]{1,4}\d{1,2}[ \t]{1,4}(?:лет|год)",
        r"\d{1,2}[ \t]{1,4}(?:лет|года?)(?!\w)",
        r"\d{1,2}-летн\w{2,3}",
    ),
}
# Where a person is asked for: the names behind it are contacts.
CONTACTS = {
    "en": r"contact(?:[ \t]{1,4}(?:person|point|us))?|(?:media|press)[ \t]{1,4}inquiries",
    "fr": r"contact(?:er)?(?:[ \t]{1,4}presse)?|personne[ \t]{1,4}à[ \t]{1,4}contacter",
    "es": r"contacto(?:[ \t]{1,4}de[ \t]{1,4}prensa)?|contact(?:e|ar)(?:[ \t]{1,4}(?:a|con))?",
    "ru": (
        r"контакт(?:ы|ное[ \t]{1,4}лицо)|контакт(?:ы)?[ \t]{1,4}для[ \t]{1,4}прессы"
        r"|обращ(?:аться|айтесь)(?:[ \t]{1,4}к)?|связаться[ \t]{1,4}с"
    ),
    "ar": r"للتواصل|للاتصال|جهة[ \t]{1,4}الاتصال|للاستفسار",
}
SHELTERS = {
    "en": r"(?:shelters?|safe[ -]?houses?|refuges?|women['’]s[ \t]{1,4}homes?)",
    "fr": r"(?:refuges?|foyers?|centres?[ \t]{1,4}d['’]hébergement|abris?)",
    "es": r"(?:albergues?|refugios?|casas?[ \t]{1,4}(?:de[ \t]{1,4}acogida|hogar|segura))",
    # "Убежище" is asylum more often than a house.
    "ru": r"(?:(?:дома?-)?приют(?:а|е|у|ом)?|кризисн\w{2,3}[ \t]{1,4}центр(?:а|е|у)?)",
    "ar": r"(?:مأوى|الملجأ|ملجأ|دار[ \t]{1,4}الإيواء|بيت[ \t]{1,4}آمن|المأوى)",
}
# Where a shelter is: what stands behind these words is a place that can be gone to.
THERE = {
    "en": r"(?:located|situated|on|at|near|opposite|behind)",
    "fr": r"(?:situé[es]*|sis[e]?|au|près[ \t]{1,4}de|rue)",
    "es": (
        r"(?:(?:ubicad[oa]s?|situad[oa]s?)(?:[ \t]{1,4}en)?|en[ \t]{1,4}la[ \t]{1,4}calle"
        r"|cerca[ \t]{1,4}de|frente[ \t]{1,4}a)"
    ),
    "ru": (
        r"(?:(?:расположен\w{0,3}|находится|находящ\w{2,4}ся)(?:[ \t]{1,4}(?:в|на))?"
        r"|по[ \t]{1,4}адресу:?|возле|около|рядом[ \t]{1,4}с|на[ \t]{1,4}улице|на[ \t]{1,4}ул\.)"
    ),
    "ar": r"(?:الكائن|الكائنة|الواقع|الواقعة|في[ \t]{1,4}شارع|قرب|بجانب)",
}
STREETS = {
    "en": (
        rf"\b\d{{1,4}}[A-Za-z]?,?[ \t]{{1,4}}(?:{CAPITAL}[ \t]{{1,4}}){{1,3}}"
        r"(?:Street|St\.|Road|Rd\.|Avenue|Ave\.|Lane|Boulevard|Blvd\.|Drive|Alley)",
        rf"\b(?:{CAPITAL}[ \t]{{1,4}}){{1,3}}(?:Street|Road|Avenue|Lane|Alley)"
        r",?[ \t]{1,4}(?:No\.?[ \t]{0,4})?\d{1,4}\b",
        r"\b(?:House|Flat|Apartment|Apt\.?)[ \t]{1,4}(?:No\.?[ \t]{0,4})?\d{1,4}\b",
    ),
    "fr": (
        r"\b\d{1,4},?[ \t]{1,4}(?:rue|avenue|boulevard|place|allée|impasse|quai|chemin|square)"
        r"[ \t]{1,4}\S{1,40}",
    ),
    "es": (
        r"\b(?:[Cc]alle|[Aa]venida|[Aa]v\.|[Cc]arrera|[Pp]laza)[ \t]{1,4}[^\n.;]{2,40}?"
        r"(?:[Nn][°º.úu]m?\.?[ \t]{0,4}|#[ \t]{0,4}|,[ \t]{0,4})\d{1,4}\b",
    ),
    "ru": (
        r"\b(?:[Уу]л(?:иц[аеу]|\.)|[Пп]росп(?:ект[ае]?|\.)|[Пп]р-т|[Пп]ер(?:еул\w{2}|\.)|[Бб]ульвар)"
        r"[ \t]{1,4}[^\n.;]{2,40}?,?[ \t]{0,4}(?:д(?:ом|\.)[ \t]{0,4})?\d{1,4}\b",
    ),
    "ar": (r"(?:شارع|حي|زقاق)[ \t]{1,4}[^\n.،]{2,40}?(?:رقم|منزل|بناية)[ \t]{0,4}[0-9٠-٩]{1,4}",),
}
CASES = {
    "en": (
        r"(?:case|file|docket|complaint|passport|registration|identity(?:[ \t]{1,4}card)?|ID|visa)"
        r"[ \t]{1,4}(?:number|no\.?|nos\.?|#)[ \t:]{0,4}[A-Z]{0,4}[ \t]?\d[\w/.-]{0,30}",
    ),
    "fr": (
        r"num[ée]ro[ \t]{1,4}de[ \t]{1,4}(?:dossier|passeport|plainte)"
        r"[ \t:]{0,4}[A-Z]{0,4}[ \t]?\d[\w/.-]{0,30}",
        r"(?:affaire|dossier|plainte|récépissé|visa|passeport|pièce[ \t]{1,4}d['’]identité)"
        r"[ \t]{1,4}(?:numéro|n[°ºo]\.?)[ \t:]{0,4}[A-Z]{0,4}[ \t]?\d[\w/.-]{0,30}",
    ),
    "es": (
        r"n[úu]mero[ \t]{1,4}de[ \t]{1,4}(?:expediente|pasaporte|cédula|denuncia|caso)"
        r"[ \t:]{0,4}[A-Z]{0,4}[ \t]?\d[\w/.-]{0,30}",
        r"(?:caso|causa|expediente|amparo|folio|DNI"
        r"|denuncia|pasaporte|cédula|carpeta(?:[ \t]{1,4}de[ \t]{1,4}\w+)?)"
        r"[ \t]{1,4}(?:número|núm\.?|n[°ºo]\.?)[ \t:]{0,4}[A-Z]{0,4}[ \t]?\d[\w/.-]{0,30}",
    ),
    "ru": (
        r"(?:дел[оауе]м?|паспорт\w{0,2}|жалоб\w{1,2}|заявлени\w{1,2}|удостоверени\w{1,2}|виз\w{1,2})"
        r"[ \t]{1,4}(?:номер|№|N)[ \t:]{0,4}[A-ZА-Я]{0,4}[ \t]?\d[\w/.-]{0,30}",
    ),
    "ar": (
        r"(?:القضية|قضية|الملف|ملف|الشكوى|شكوى|جواز[ \t]{1,4}السفر|جواز|الهوية|هوية|البطاقة|بطاقة"
        r"|المحضر|محضر)[ \t]{1,4}(?:رقم|ذات[ \t]{1,4}الرقم)[ \t:]{0,4}"
        r"[0-9٠-٩][0-9٠-٩/.-]{0,30}",
    ),
}
