//! The words of invented prose, by what they do in a sentence.

/// Things.
pub const NOUNS: &str = "bridge river council ferry baker bread garden school letter house village market road mill \
boat window engine teacher doctor nurse farmer harbour station train ticket price winter summer meeting report budget \
plan proposal vote member committee neighbour library book page chapter writer painter picture museum visitor guide \
tower wall roof door key lock room kitchen table chair lamp candle stove oven kettle cup plate spoon fork recipe \
salt pepper grain butter cheese apple pear cherry orchard field fence gate horse cow sheep goat dog cat bird nest \
feather egg hen storm rain snow wind cloud sun moon star sky sea shore island beach cliff cave rock stone sand \
mountain valley forest tree branch petal root flower seed grass path trail map compass tent rope bag coat hat glove \
boot shoe button needle thread cloth fleece loom factory worker owner manager wage strike union court judge lawyer \
trial witness prison guard soldier army camp battle treaty border duty port cargo crate barrel bottle wine beer \
inn guest host bed blanket pillow clock bell church choir song singer piano violin drum theatre actor stage audience \
critic newspaper editor reporter interview camera film screen computer keyboard program update password account \
error message server cable battery charger sensor pump valve pipe tank filter well reservoir dam canal ferryman \
survey engineer architect builder carpenter mason plumber electrician contract invoice payment receipt bank loan \
interest tax pension premium hospital clinic patient illness fever medicine vaccine dose ballot laboratory \
sample result study theory experiment method figure graph average estimate doubt answer question reason cause effect \
warning signal crossing corner square fountain statue bench lantern tram bus driver passenger delay timetable ladder";

/// Deeds, as they stand after `could`; all are regular.
pub const DEEDS: &str = "close open mend paint move order promise refuse accept reject visit watch follow carry drop \
lift push pull clean wash cook bake taste plant water pick collect count measure weigh check inspect test repair \
replace remove add cover protect attack defend support oppose praise blame thank help warn call answer ask invite \
welcome greet join train study explain describe discuss mention repeat deny admit confirm announce \
publish print copy translate record file store rent borrow deliver ship load unload pack wrap label stamp sign \
approve cancel delay postpone start finish stop continue change improve reduce raise lower double share divide \
combine connect install adopt adapt select prefer enjoy fear expect notice ignore discover uncover bury rescue";

/// Deeds that need no object.
pub const HAPPENINGS: &str = "arrive vanish wait work rest stay return appear collapse fail succeed complain laugh \
smile talk listen travel sail march climb wander stumble flood burn melt crack rust rot ripen recover";

/// Properties.
pub const PROPERTIES: &str = "old new long short narrow wide deep shallow high low heavy light dark bright cold warm \
wet dry clean dirty quiet loud early late quick slow cheap dear rich poor strong weak young small large great tiny \
round square flat steep smooth rough sharp blunt soft hard empty full open-ended public private local foreign \
northern southern eastern western annual daily weekly monthly former present future careful careless cheerful \
gloomy honest clever stubborn patient nervous proud modest famous unknown common rare ancient modern wooden iron \
golden silver red green blue yellow brown white black grey-green simple difficult useful useless dangerous safe \
temporary permanent final first-rate second-hand";

/// How.
pub const MANNERS: &str = "slowly quickly quietly loudly carefully badly well often seldom always rarely \
soon finally suddenly gradually almost nearly hardly rather quite very too still even only";

/// People, each beside one whose name is nearly the same.
pub const PEOPLE: &[(&str, &str)] = &[
    ("Marden", "Marsden"),
    ("Hollis", "Hollins"),
    ("Petra", "Petrov"),
    ("Anselm", "Anselma"),
    ("Brandt", "Brand"),
    ("Castell", "Castello"),
    ("Dunmore", "Dunmere"),
    ("Ekberg", "Elberg"),
    ("Farrow", "Farlow"),
    ("Grieve", "Grieves"),
    ("Imrie", "Imre"),
    ("Jansen", "Janssen"),
    ("Kessler", "Kestler"),
    ("Lindqvist", "Lindquist"),
    ("Moreau", "Moreno"),
    ("Nowak", "Novak"),
    ("Okafor", "Okafo"),
    ("Pereira", "Ferreira"),
    ("Quill", "Quilley"),
    ("Rosen", "Rosin"),
];

/// Places, each beside one whose name is nearly the same.
pub const PLACES: &[(&str, &str)] = &[
    ("Sarnow", "Sarnau"),
    ("Weltham", "Waltham"),
    ("Ostrava", "Ostravia"),
    ("Kirkdale", "Kirkvale"),
    ("Brennick", "Brannick"),
    ("Tolland", "Holland"),
    ("Varna", "Verna"),
    ("Eastmere", "Westmere"),
    ("Lorvik", "Larvik"),
    ("Carrow", "Carron"),
    ("Meadowby", "Meadowsby"),
    ("Pellworth", "Bellworth"),
];

/// Words that two shores of an ocean spell otherwise.
pub const SPELLINGS: &[(&str, &str)] = &[
    ("colour", "color"),
    ("harbour", "harbor"),
    ("neighbour", "neighbor"),
    ("theatre", "theater"),
    ("centre", "center"),
    ("grey", "gray"),
    ("favour", "favor"),
    ("labour", "labor"),
];

/// Days.
pub const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Months; none that is a word, too.
pub const MONTHS: &[&str] =
    &["January", "February", "April", "June", "July", "August", "September", "October", "November", "December"];

/// Numbers as words.
pub const COUNTS: &[&str] =
    &["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "forty"];

/// Verbs after which a `not` may stand.
pub const HELPERS: &[&str] = &["was", "were", "could", "would", "should", "had", "will", "is", "are", "must", "did"];

/// Lines that stand several times in a text.
pub const STOCK: &[&str] = &[
    "Nobody answered.",
    "There was no further comment.",
    "The full list can be found at the end of this report.",
    "Please ask at the desk.",
    "The answer was always the same.",
    "To be confirmed.",
];
