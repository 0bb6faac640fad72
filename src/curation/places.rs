//! Ids of sentences: an article, a byte range of its file, and a checksum of the words there.

use crate::article::Article;
use crate::text::Span;

/// The id of a sentence: its article, the bytes of its file, and a sum of its words, by which it is seen when the text is another.
pub fn sentence_id(article: &Article, span: Span) -> String {
    let on_disk = article.disk.on_disk(span);
    format!("{}:{}-{}#{:08x}", article.name, on_disk.start(), on_disk.end(), sum(span.of(&article.text)))
}

/// The name of the article in an id, and the place in it.
pub(super) fn parted(id: &str) -> Option<(&str, &str)> {
    let (name, place) = id.rsplit_once(':')?;
    bounds(place).map(|_| (name, place))
}

/// The bytes in a place, and the sum of the words there; an id that others have made may lack the sum.
fn bounds(place: &str) -> Option<(usize, usize, Option<u32>)> {
    let (bytes, sum) = place.split_once('#').map_or((place, None), |(bytes, sum)| (bytes, Some(sum)));
    let (start, end) = bytes.split_once('-')?;
    let sum = match sum {
        Some(sum) => Some(u32::from_str_radix(sum, 16).ok()?),
        None => None,
    };
    Some((start.parse().ok()?, end.parse().ok()?, sum))
}

/// Returns where a place is in the text, if the same words are still there.
pub(super) fn found(article: &Article, place: &str) -> Option<Span> {
    let (start, end, sum_then) = bounds(place)?;
    let on_disk = |span: Span| article.disk.on_disk(span);
    let first = article.sentences.partition_point(|sentence| on_disk(sentence.span).end() <= start);
    let sentence = article.sentences.get(first)?;
    let tokens = article.tokens.get(sentence.tokens.clone())?;
    let spans = || std::iter::once(sentence.span).chain(tokens.iter().map(|token| token.span));
    let begins = spans().find(|span| on_disk(*span).start() == start)?;
    let ends = spans().find(|span| on_disk(*span).end() == end)?;
    let span = Span::new(begins.start(), ends.end().max(begins.start()));
    sum_then.is_none_or(|then| sum(span.of(&article.text)) == then).then_some(span)
}

/// A sum over bytes (FNV-1a, 32 bits).
fn sum(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |sum: u32, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
