//! English function words, which say nothing about the statement of a sentence. Other languages rely on rarity alone.

/// Stems of function words, in order.
const WORDS: &[&str] = &[
    "a", "about", "accord", "add", "after", "against", "all", "also", "am", "among", "an", "and", "any", "are", "as",
    "at", "be", "becaus", "been", "befor", "being", "between", "both", "but", "by", "can", "could", "did", "do", "doe",
    "done", "dur", "during", "each", "for", "from", "had", "has", "hav", "having", "he", "her", "him", "his", "how",
    "i", "if", "in", "into", "is", "it", "it's", "its", "me", "might", "mor", "most", "mr", "mrs", "ms", "must", "my",
    "no", "nor", "not", "of", "on", "only", "or", "other", "our", "out", "over", "own", "said", "same", "say", "sh",
    "she", "should", "so", "som", "such", "tell", "than", "that", "the", "their", "them", "then", "ther", "thes",
    "they", "this", "thos", "through", "to", "told", "too", "under", "up", "us", "very", "was", "we", "were", "what",
    "when", "wher", "which", "whil", "who", "whom", "whos", "why", "will", "with", "without", "would", "yet", "you",
    "your",
];

/// Whether a stem is a function word or a symbol, which says little by itself.
pub(super) fn is_function_word(stem: &str) -> bool {
    WORDS.binary_search(&stem).is_ok() || !stem.contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn the_words_are_in_order() {
        assert!(WORDS.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", WORDS.windows(2).find(|p| p[0] >= p[1]));
    }
}
