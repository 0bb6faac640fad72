//! The engine in one call each, for callers that need no rules files, no cancelling and no threads.

use crate::article::Article;
use crate::boilerplate::{Mask, RuleSet, Sieve, kept, text_of};
use crate::collate::{self, Cancel, Clusters, Collation, Exactness, Matrix, Witness};
use crate::text::Pair;

/// A mask that hides nothing.
static BARE: std::sync::LazyLock<Mask> = std::sync::LazyLock::new(Mask::default);

fn bare(article: &Article) -> Witness<'_> {
    Witness { article, mask: &BARE }
}

fn all(articles: &[Article]) -> Vec<Witness<'_>> {
    articles.iter().map(bare).collect()
}

/// Finds the passages that two articles share, in any order: word for word, edited or reworded.
///
/// Takes about `n log n` time for `n` words. Places in the answer are byte offsets into [`Article::text`].
///
/// ```
/// use ibid::article::Article;
///
/// let a = Article::of_text("a", "Rain fell all night. The mayor opened the new bridge on Tuesday morning.");
/// let b = Article::of_text("b", "The mayor opened the new bridge on Tuesday evening. Few people came.");
/// let found = ibid::collate(&a, &b);
/// assert_eq!(found.matches.len(), 1);
/// let passage = &found.matches[0].passages.left;
/// assert_eq!(passage.span.of(&a.text), "The mayor opened the new bridge on Tuesday morning.");
/// ```
pub fn collate(left: &Article, right: &Article) -> Collation {
    let found = collate::collate(Pair::new(bare(left), bare(right)), &Cancel::default());
    with_kinds(Pair::new(left, right), found.unwrap_or_default())
}

/// Compares two versions of one text in order: what was removed, added, changed and moved, down to the comma.
///
/// Line breaks do not count. [`collate::bands`] arranges the answer paragraph by paragraph.
///
/// ```
/// use ibid::article::Article;
///
/// let old = Article::of_text("old", "The bridge cost ten million. It opens in May.");
/// let new = Article::of_text("new", "The bridge cost twelve million. It opens in May.");
/// let changes = ibid::diff(&old, &new);
/// let variant = &changes.matches[0].variants[0];
/// assert_eq!(variant.spans.left.of(&old.text), "ten");
/// assert_eq!(variant.spans.right.of(&new.text), "twelve");
/// ```
pub fn diff(old: &Article, new: &Article) -> Collation {
    let versions = Pair::new(bare(old), bare(new));
    let found = collate::collate_in_order(versions, Exactness::default(), &Cancel::default());
    with_kinds(Pair::new(old, new), found.unwrap_or_default())
}

fn with_kinds(articles: Pair<&Article>, mut found: Collation) -> Collation {
    collate::tell_kinds(articles, &mut found, &Cancel::default());
    found
}

/// Returns the text of an article without what the rules hide, closed up as if it had never been there.
///
/// [`boilerplate::propose`](crate::boilerplate::propose) finds what a rule might hide.
///
/// ```
/// use ibid::article::Article;
/// use ibid::boilerplate::{Fit, RuleSet, Scope, Unit, new_rule};
///
/// let article = Article::of_text("a", "The ferry is late.\n\nSign up to our newsletter.\n\nIt will sail at noon.");
/// let fit = Fit::BeginsSo(Unit::Paragraph, "Sign up".to_owned());
/// let rules = RuleSet { rules: vec![new_rule(fit, Scope::Everywhere, "", &RuleSet::default())] };
/// assert_eq!(ibid::clean(&article, &rules), "The ferry is late.\n\nIt will sail at noon.");
/// ```
pub fn clean(article: &Article, rules: &RuleSet) -> String {
    let mask = Sieve::of(rules).mask(article, &[]);
    text_of(article, &kept(article, &mask))
}

/// Counts how much of each article is in each other one.
///
/// Counts runs of five or more words. This is much cheaper than collating every pair, but misses passages edited more often than every
/// five words.
///
/// ```
/// use ibid::article::Article;
///
/// let told = "The mayor opened the new bridge on Tuesday morning before a small crowd.";
/// let articles = [Article::of_text("a", told), Article::of_text("b", &format!("{told} Nobody fell in."))];
/// let matrix = ibid::matrix(&articles);
/// assert_eq!(matrix.percent(0, 1), 100);
/// assert_eq!(matrix.percent(1, 0), 81);
/// ```
pub fn matrix(articles: &[Article]) -> Matrix {
    collate::matrix(&all(articles), &Cancel::default()).unwrap_or_default()
}

/// Groups the sentences of all articles by what they state, to find which articles have a statement and in which words.
///
/// ```
/// use ibid::article::Article;
///
/// let told = "The mayor opened the new bridge on Tuesday morning before a small crowd.";
/// let articles = [Article::of_text("a", told), Article::of_text("b", told), Article::of_text("c", "It rained.")];
/// let statements = ibid::statements(&articles);
/// // Article 0, sentence 0 is also in:
/// assert_eq!(statements.also_in(0, 0), [1]);
/// ```
pub fn statements(articles: &[Article]) -> Clusters {
    collate::clusters(&all(articles), &Cancel::default()).unwrap_or_default()
}
