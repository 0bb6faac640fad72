//! The meaning of element and class names, and typical words of furniture.

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Groups of words in the `class`, `id` and `role` of elements, each a bit. The names of page parts are similar all over the web; these are
/// from content systems and pages read for this.
const GROUPS: &[&str] = &[
    "article story entry post blog news",
    "body content text copy prose richtext paragraph wysiwyg",
    "main primary maincontent",
    "comment comments disqus reply replies respond discussion thread",
    "sidebar aside rail secondary complementary column right rightcol",
    "footer foot bottom colophon contentinfo footnote footnotes",
    "header masthead top banner topbar hero",
    "nav navigation menu navbar breadcrumb breadcrumbs crumb pagination pager toc skip",
    "share sharing social follow facebook twitter addtoany sharedaddy buttons button btn",
    "related recommended recommend recommendation more read readmore also further similar next prev previous",
    "popular trending latest recent most top list feed river teaser teasers card cards grid tile carousel slider collection promos",
    "promo ad ads advert advertisement sponsor sponsored dfp banner outbrain taboola promotion cta affiliate commercial marketing",
    "newsletter subscribe subscription signup sign register login paywall piano membership donate account form",
    "author byline bio contributor writer profile avatar authors",
    "caption credit figcaption image photo picture gallery media video player figure img thumbnail copyright",
    "tag tags category categories topics topic keywords labels label kicker eyebrow section",
    "widget module plugin block component embed iframe box infobox panel",
    "cookie cookies consent gdpr privacy notice modal popup overlay dialog alert toast disclaimer legal",
    "meta date time timestamp published publish dateline info details updated views stats",
    "title headline heading hed subtitle dek standfirst lead lede summary excerpt intro description deck abstract",
    "search filter sort select dropdown tabs tab accordion",
    "hidden hide sr screen visually offscreen print noprint collapsed mobile tooltip",
    "quote blockquote pullquote tweet twitter instagram pull",
    "faq question answer table code highlight recipe product price review rating shop buy",
];

/// The number of groups.
pub const GROUPS_LEN: usize = 24;

/// Returns the groups with a word in `names`, a bit each.
pub fn groups(names: &str) -> u32 {
    let mut found = 0;
    for part in names.split(|c: char| !c.is_alphanumeric()) {
        for word in humps(part) {
            let word = word.to_ascii_lowercase();
            found |= table().get(word.as_str()).copied().unwrap_or_default();
        }
    }
    found
}

/// The groups of each word.
fn table() -> &'static BTreeMap<&'static str, u32> {
    static TABLE: OnceLock<BTreeMap<&str, u32>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = BTreeMap::new();
        for (bit, group) in GROUPS.iter().enumerate() {
            group.split(' ').for_each(|word| *table.entry(word).or_insert(0) |= 1 << bit);
        }
        table
    })
}

/// Splits `articleBody` into `article` and `Body`.
fn humps(part: &str) -> impl Iterator<Item = &str> {
    let mut rest = part;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut before = ' ';
        let mut end = rest.len();
        for (at, c) in rest.char_indices() {
            if at > 0 && c.is_uppercase() && !before.is_uppercase() {
                end = at;
                break;
            }
            before = c;
        }
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// Phrases in which a page addresses its readers, in lower case, in several languages.
const CUES: &str = "\
read more|read also|also read|share|advertis|subscribe|sign up|newsletter|cookie|follow us|follow me|click here|copyright|\
all rights reserved|related|comment|log in|sign in|terms of|privacy|photo|getty|image|download|view all|see all|more from|\
most read|trending|recommended|continue reading|minute read|min read|last updated|posted|published|written by|facebook|\
twitter|whatsapp|instagram|affiliate|disclaimer|contact us|about the author|load more|next article|previous|skip to|teilen|\
mehr zum thema|lesen sie|anzeige|partager|lire aussi|publicité|compartir|leer más|condividi|leggi anche|lees ook|delen|foto:|\
reuters|afp|reprint|support us|donate|email|save|print";

/// Counts the phrases of furniture in a text, up to three.
pub fn cues(text: &str) -> usize {
    let start: String = text.chars().take(400).flat_map(char::to_lowercase).collect();
    CUES.split('|').filter(|cue| start.contains(*cue)).take(3).count()
}
