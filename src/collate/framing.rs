//! English words that frame a statement without saying anything: offices and titles, who was asked, how much, when. A shared run with
//! nothing but these, names and function words is no match.

/// Stems of such words, in order.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "act", "ad", "add", "addd", "adds", "administration", "adviser", "advisor", "afternoon", "aid", "aide", "announc",
    "anonymity", "ask", "askd", "asks", "attorney", "billion", "bishop", "brief", "captain", "cent", "chairman",
    "chairwoman", "chief", "colonel", "comment", "commentd", "commission", "commissioner", "committ", "condition",
    "conferenc", "council", "coupl", "court", "day", "days", "declar", "department", "deputy", "director", "doctor",
    "dollar", "dozen", "editor", "euro", "even", "explain", "explaind", "familiar", "first", "former", "general",
    "government", "governor", "head", "hour", "hundr", "interview", "judg", "justic", "last", "lawyer", "leader",
    "manager", "many", "mayor", "member", "million", "minister", "ministry", "minut", "month", "morn", "news",
    "newss", "next", "night", "number", "offic", "officer", "official", "percent", "pound", "president", "prim",
    "professor", "reply", "reporter", "representativ", "second", "secretary", "senator", "senior", "several", "sourc",
    "spokesman", "spokesperson", "spokeswoman", "stat", "statement", "ten", "tens", "term", "thousand", "tim", "time",
    "today", "told", "tomorrow", "vic", "vice", "week", "year", "yesterday",
];

/// Whether a stem is such a word's.
pub(super) fn is_framing(stem: &str) -> bool {
    WORDS.binary_search(&stem).is_ok()
}

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn the_words_are_in_order() {
        assert!(WORDS.is_sorted());
    }
}
