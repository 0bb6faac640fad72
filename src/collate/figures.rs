//! Makes numbers comparable when sentences are compared: `three` equals `3`, and `43,000,000` equals the 43 of `43 million`.
//!
//! It has no influence on what is verbatim.

/// Number words of a few languages, folded, in order, without those that are also common words of another meaning.
#[rustfmt::skip]
const NUMBERS: &[(&str, u32)] = &[
    ("acht", 8), ("cinco", 5), ("cincuenta", 50), ("cinq", 5), ("cinquante", 50), ("cuarenta", 40), ("cuatro", 4),
    ("deux", 2), ("diez", 10), ("doce", 12), ("douze", 12), ("drei", 3), ("eight", 8), ("eighteen", 18),
    ("eighty", 80), ("eleven", 11), ("elf", 11), ("fifteen", 15), ("fifty", 50), ("five", 5), ("forty", 40),
    ("four", 4), ("fourteen", 14), ("fünf", 5), ("fünfzig", 50), ("huit", 8), ("neuf", 9), ("neun", 9), ("nine", 9),
    ("nineteen", 19), ("ninety", 90), ("nueve", 9), ("ocho", 8), ("onze", 11), ("quarante", 40), ("quatre", 4),
    ("quinze", 15), ("sechs", 6), ("seis", 6), ("seven", 7), ("seventeen", 17), ("seventy", 70), ("sieben", 7),
    ("siete", 7), ("six", 6), ("sixteen", 16), ("sixty", 60), ("ten", 10), ("thirteen", 13), ("thirty", 30),
    ("three", 3), ("treinta", 30), ("trente", 30), ("tres", 3), ("trois", 3), ("twelve", 12), ("twenty", 20),
    ("two", 2), ("veinte", 20), ("vier", 4), ("vierzig", 40), ("vingt", 20), ("zehn", 10), ("zwanzig", 20),
    ("zwei", 2), ("zwölf", 12),
];

/// What figures are told in, in words: the first that does not make less than one of it (defined).
const SCALES: &[u64] = &[1_000_000_000, 1_000_000];

/// The figures by which a number is compared, be it in words or in figures; none for another word. Of several with hyphens between,
/// as in `one-in-three`, it is the last.
pub(super) fn figures(word: &str) -> Option<String> {
    if word.bytes().next().is_some_and(|first| first.is_ascii_digit()) && !word.contains('-') {
        return scaled(word);
    }
    let small = word.to_lowercase();
    let mut parts = small.split('-').map(|part| number(part).or_else(|| part.parse().ok()));
    match (parts.next()?, parts.next_back()) {
        (Some(tens @ 20..=90), Some(Some(ones @ 1..=9))) if tens % 10 == 0 => Some((tens + ones).to_string()),
        (_, Some(last)) => last.map(|last| last.to_string()),
        (first, None) => first.map(|first| first.to_string()),
    }
}

fn number(word: &str) -> Option<u32> {
    NUMBERS.binary_search_by_key(&word, |(word, _)| word).ok().map(|at| NUMBERS[at].1)
}

/// A figure of millions written out as one tells it: the 43 of `43 million`.
fn scaled(word: &str) -> Option<String> {
    let figure: u64 = word.replace(',', "").parse().ok()?;
    let scale = SCALES.iter().find(|scale| figure >= **scale)?;
    let (whole, part) = (figure / scale, figure % scale / (scale / 10));
    Some(if part == 0 { whole.to_string() } else { format!("{whole}{part}") })
}

#[cfg(test)]
mod tests {
    use super::{NUMBERS, figures};

    #[test]
    fn the_list_is_in_order() {
        assert!(NUMBERS.is_sorted());
    }

    #[test]
    fn numbers_in_words_and_in_figures_are_one() {
        let of = |word: &str| figures(word).unwrap_or_default();
        assert_eq!(of("three"), "3");
        assert_eq!(of("Twenty-five"), "25");
        assert_eq!(of("43,000,000"), "43");
        assert_eq!(of("1,500,000,000"), "15", "as `1.5` folds");
        assert_eq!(of("one-in-three"), "3");
        assert_eq!(of("1-in-3"), "3");
        assert_eq!(of("43,000"), "");
        assert_eq!(of("built-in"), "");
        assert_eq!(of("lighthouse"), "");
    }
}
