//! How a line begins and ends.

/// How a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// With a lower-case letter.
    Small,
    /// With a capital letter.
    Capital,
    /// With something else: a digit, code, a word in capitals, a letter of a script without case.
    Other,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With the end of a sentence.
    Stop,
    /// With a colon.
    Colon,
    /// With a comma or a semicolon.
    Comma,
    /// Inside a word, with a hyphen.
    Hyphen,
    /// With a short lower-case word, as headings and verses hardly do.
    Small,
    /// With a longer word after which nothing ends: an article, a preposition, a conjunction.
    Binding,
    /// With something else.
    Open,
}

/// Marks before the first word of a line.
const MARKS: [char; 16] = ['"', '\'', '“', '”', '„', '‘', '’', '«', '»', '(', '[', '*', '_', '¿', '¡', '!'];

/// Returns how a line begins.
pub fn opening(line: &str) -> Opening {
    let mut chars = line.trim_start_matches(MARKS).chars();
    match chars.next() {
        Some(c) if c.is_lowercase() => Opening::Small,
        Some(c) if c.is_uppercase() && !chars.next().is_some_and(char::is_uppercase) => Opening::Capital,
        _ => Opening::Other,
    }
}

/// Words of more than three letters after which nothing ends, in order: English, French, German, Spanish, Italian, Portuguese, Dutch.
const BINDING: &[&str] = &[
    "aber", "about", "above", "across", "after", "against", "alla", "alle", "along", "although", "among", "anche",
    "around", "avec", "because", "before", "behind", "beim", "below", "beneath", "beside", "besides", "between",
    "beyond", "both", "chez", "como", "contra", "cuando", "dalla", "dalle", "dans", "dass", "degli", "della", "delle",
    "dello", "depois", "depuis", "desde", "donde", "door", "dopo", "durch", "during", "each", "eine", "einem", "einen",
    "einer", "eines", "either", "entre", "every", "from", "für", "gegen", "hacia", "hasta", "ihre", "ihrem", "ihren",
    "ihrer", "into", "leur", "leurs", "like", "maar", "mais", "naar", "nach", "near", "neither", "nella", "nelle",
    "niet", "notre", "oder", "omdat", "onto", "over", "para", "pela", "pelo", "perché", "pero", "porque", "pour",
    "quando", "sans", "según", "seine", "seinem", "seinen", "seiner", "selon", "seus", "since", "sobre", "sous",
    "sowie", "suas", "sulla", "são", "than", "that", "their", "these", "this", "those", "though", "through", "toward",
    "towards", "unas", "under", "unless", "unos", "unter", "until", "upon", "vers", "voor", "weil", "wenn", "when",
    "where", "whether", "which", "while", "whose", "with", "within", "without", "wordt", "your", "zwischen", "über",
];

/// Words that have a capital only because a sentence begins with them, in order.
const STARTING: &[&str] = &[
    "A", "Aber", "After", "All", "Als", "Am", "An", "And", "As", "At", "Au", "Auch", "Auf", "Aux", "Avec", "Before",
    "Bei", "But", "By", "Ce", "Ces", "Cette", "Com", "Con", "Dans", "Das", "De", "Del", "Der", "Des", "Die", "Doch",
    "Du", "Een", "Ein", "Eine", "El", "Ella", "Elle", "En", "Er", "Es", "Esta", "Este", "Et", "For", "From", "Für",
    "He", "Her", "Het", "His", "I", "If", "Il", "Ils", "Im", "In", "It", "Its", "La", "Las", "Le", "Les", "Los", "Ma",
    "Mais", "Mas", "Mit", "Na", "Nach", "Nel", "No", "Not", "O", "On", "One", "Op", "Os", "Our", "Para", "Per", "Pero",
    "Por", "Pour", "Se", "She", "Si", "Sie", "So", "Some", "Su", "Sur", "That", "The", "Their", "Then", "There",
    "These", "They", "This", "Those", "To", "Two", "Um", "Uma", "Un", "Una", "Und", "Une", "Uno", "Van", "Von", "Voor",
    "We", "What", "When", "Where", "While", "Who", "Wir", "With", "You", "Zij",
];

/// Whether a line begins with a word that has a capital only at the beginning of a sentence.
pub fn begins_sentence(line: &str) -> bool {
    let word = line.trim_start_matches(MARKS).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    STARTING.binary_search(&word).is_ok()
}

/// Returns how a line ends.
pub fn ending(line: &str) -> Ending {
    let closers = ['”', '"', '’', '\'', ')', ']', '»', '“', '」', '』', '）', ' ', '\u{a0}', '*', '_', '`'];
    match line.trim_end_matches(closers).chars().next_back() {
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔' | '។') => return Ending::Stop,
        Some(':' | '：') => return Ending::Colon,
        _ => {}
    }
    let word = line.rsplit(' ').next().unwrap_or_default();
    match line.chars().next_back() {
        Some(',' | ';' | '、' | '，') => Ending::Comma,
        Some('-') if word.trim_end_matches('-').ends_with(char::is_alphabetic) => Ending::Hyphen,
        _ if BINDING.binary_search(&word).is_ok() => Ending::Binding,
        _ if matches!(word.len(), 1..=3) && word.bytes().all(|byte| byte.is_ascii_lowercase()) => Ending::Small,
        _ => Ending::Open,
    }
}

/// The most bytes of a field name (benches/constants.md).
const LONGEST_NAME: usize = 40;

/// Whether a line begins with a name of one or two words and a colon.
pub fn is_field(line: &str) -> bool {
    let Some(colon) = line.find(':').filter(|colon| *colon < LONGEST_NAME) else { return false };
    let (name, after) = (&line[..colon], &line[colon + 1..]);
    let named = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '*');
    let parted = after.chars().next().is_none_or(char::is_whitespace);
    parted && !name.is_empty() && name.split(' ').count() <= 2 && name.chars().all(named)
}
