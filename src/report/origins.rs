//! The origins of articles as text and Markdown, and the heading for all forms.

use std::collections::BTreeSet;

use super::escape::markdown as escaped;
use super::phrases::line;
use crate::article::Article;
use crate::collate::{
    DecidedArticles, OriginFamily, OriginKind, OriginRelation, Origins, Related, SentenceVerdict, ToldBy, share,
};
use crate::text::{Span, one_line, plural, sign};

/// The data of printed origins.
#[derive(Clone, Copy, Debug)]
pub struct OriginsShown<'a> {
    /// The articles.
    pub articles: &'a [&'a Article],
    /// Their origins.
    pub origins: &'a Origins,
}

/// The most origins that the line names, the largest first.
const NAMED: usize = 6;

/// Returns a line with the number of origins: `5 outlets, 2 origins: 4 have agency copy (AP), 1 has own text`.
pub fn origins_heading(articles: &[&Article], origins: &Origins) -> String {
    let mut parts: Vec<String> = Vec::new();
    let (mut shared, mut own, mut partly, mut brief) = (Vec::new(), 0, 0, 0);
    for family in &origins.families {
        match family.kind {
            OriginKind::Brief => brief += 1,
            OriginKind::Own => own += 1,
            OriginKind::Partly => partly += 1,
            _ => shared.push(family),
        }
    }
    shared.sort_by_key(|family| std::cmp::Reverse(family.members.len()));
    parts.extend(shared.iter().take(NAMED).map(|family| sharing(articles, origins, family)));
    let rest = shared.get(NAMED..).unwrap_or_default();
    let in_rest: usize = rest.iter().map(|family| family.members.len()).sum();
    parts.extend((in_rest > 0).then(|| format!("{in_rest} share {}", plural(rest.len(), "other text"))));
    parts.extend((own > 0).then(|| format!("{} own text", they(own, "has", "have"))));
    parts.extend((partly > 0).then(|| format!("{} part of the text", they(partly, "shares", "share"))));
    parts.extend((brief > 0).then(|| format!("{} too short to tell", they(brief, "is", "are"))));
    let count = match origins.families.len() - brief {
        0 => String::new(),
        told => format!(", {}", plural(told, "origin")),
    };
    let decided = match origins.decided.len() {
        0 => String::new(),
        pairs => format!("; {} decided", plural(pairs, "pair")),
    };
    format!("{}{count}: {}{decided}", readers_count(articles), parts.join(", "))
}

/// A count of articles with its verb.
fn they(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Says how many articles have the text of a family.
fn sharing(articles: &[&Article], origins: &Origins, family: &OriginFamily) -> String {
    let have = they(family.members.len(), "has", "have");
    match &family.kind {
        OriginKind::Agency(name) => format!("{have} agency copy ({name}{})", credited(origins, family)),
        OriginKind::Outlet(at) => format!("{have} the text of {}", numbered(articles, *at)),
        OriginKind::Elsewhere => format!("{have} a common source"),
        _ => format!("{} text of unknown source", they(family.members.len(), "shares", "share")),
    }
}

/// Says how many articles of a family name the agency themselves, if not all do: the others have the same text without a credit.
fn credited(origins: &Origins, family: &OriginFamily) -> String {
    let names = |at: &&usize| origins.credits.get(**at).is_some_and(Option::is_some);
    match family.members.iter().filter(names).count() {
        all if all == family.members.len() => String::new(),
        some => format!(", named in {some}"),
    }
}

/// Says what somebody decided of articles as a whole, a sentence each; they count from 1.
pub(super) fn decided_lines(decided: &[DecidedArticles]) -> Vec<String> {
    let said = |it: &DecidedArticles| {
        let (a, b) = (it.articles.0 + 1, it.articles.1 + 1);
        match it.verdict {
            _ if it.template => format!("{a} and {b} share only what any text of their kind has"),
            SentenceVerdict::Same => format!("{a} and {b} have one origin"),
            SentenceVerdict::Different => format!("{a} and {b} have different origins"),
            SentenceVerdict::Unsure => format!("it cannot be told of {a} and {b}"),
        }
    };
    decided.iter().map(said).collect()
}

/// Returns the number of articles, as outlets if each names its own.
fn readers_count(articles: &[&Article]) -> String {
    let outlets: BTreeSet<String> = articles.iter().filter_map(|article| article.meta.source()).collect();
    match outlets.len() == articles.len() {
        true => plural(articles.len(), "outlet"),
        false => plural(articles.len(), "article"),
    }
}

/// Returns the origin of a family.
pub fn called(articles: &[&Article], family: &OriginFamily) -> String {
    match &family.kind {
        OriginKind::Agency(name) => format!("agency copy, {name}"),
        OriginKind::Outlet(at) => format!("copies of {}", numbered(articles, *at)),
        OriginKind::Elsewhere => "common source".to_owned(),
        OriginKind::Unclear => "shared text of unknown source".to_owned(),
        OriginKind::Own => "own text".to_owned(),
        OriginKind::Partly => PARTLY_TEXT.to_owned(),
        OriginKind::Brief => BRIEF_TEXT.to_owned(),
    }
}

/// What an article is called that has text of an article of another origin.
pub(super) const PARTLY_TEXT: &str = "partly shared text";

/// What an article is called that has too few words, or shares too few, to tell its origin.
pub(super) const BRIEF_TEXT: &str = "too short to tell";

const NO_EVIDENCE: &str = "found no credit to a known agency, no date and no source";

/// Explains the origin of a family.
fn explained(family: &OriginFamily) -> Option<&'static str> {
    match family.kind {
        OriginKind::Elsewhere => Some("no article here has everything that the others share"),
        OriginKind::Unclear => Some("neither credits, dates nor additions decide who has it from whom"),
        OriginKind::Partly => {
            Some("it shares text with an article of another origin, too little with the others there")
        }
        _ => None,
    }
}

pub(super) fn numbered(articles: &[&Article], at: usize) -> String {
    format!("{} {}", at + 1, articles.get(at).map_or("", |article| article.name.as_str()))
}

impl OriginsShown<'_> {
    /// Returns how a member belongs to its family, with the evidence.
    pub fn member(&self, family: &OriginFamily, at: usize) -> String {
        let origins = self.origins;
        let credit = origins.credits.get(at).and_then(Option::as_ref);
        let mut said: Vec<String> = Vec::new();
        match (origins.sources.get(at).copied().flatten(), &family.kind) {
            (Some((from, by)), _) => said.push(format!("has the text of {}", self.evidence(from, by))),
            (None, _) if credit.is_some_and(|credit| credit.own) => {}
            (None, OriginKind::Outlet(root)) if *root == at => said.push("the others have its text".to_owned()),
            (None, OriginKind::Agency(_)) if credit.is_none() => said.push("no credit found".to_owned()),
            _ => {}
        }
        said.extend(credit.map(|credit| match credit.own {
            true => format!("is {}'s own", credit.agency),
            false => format!("credits {}", credit.agency),
        }));
        let article = self.articles.get(at);
        let in_text = origins.dates.get(at).copied().flatten();
        let date = article.and_then(|article| match in_text {
            Some(span) => Some(span.of(&article.text)),
            None => article.meta.date.as_deref(),
        });
        said.extend(date.map(|date| format!("dated {}", one_line(date))));
        if said.is_empty() { NO_EVIDENCE.to_owned() } else { said.join("; ") }
    }

    fn evidence(&self, from: usize, by: ToldBy) -> String {
        let source = numbered(self.articles, from);
        match by {
            ToldBy::Credit => format!("{source}, an agency's own"),
            ToldBy::Date => format!("{source}, dated earlier"),
            ToldBy::Additions => format!("{source}, which has everything that the others share"),
        }
    }

    /// Returns what two articles share.
    pub fn shared(&self, related: &Related) -> String {
        let mut said = Vec::new();
        if related.words > 0 {
            said.push(format!(
                "{} ({} % of the shorter) outside quotations",
                plural(related.words, "word"),
                share(related.percent, related.words)
            ));
        }
        if related.quoted > 0 {
            said.push(format!("{} in quotations", plural(related.quoted, "word")));
        }
        said.join(", ")
    }

    /// Returns the longest run of words that two articles share, with its places.
    pub fn longest(&self, related: &Related) -> Option<(String, (usize, usize))> {
        let row = related.longest?;
        let (one, other) = (self.articles.get(related.articles.0)?, self.articles.get(related.articles.1)?);
        let places = (one.paragraph_id_at(row.spans.0.start()).0 + 1, other.paragraph_id_at(row.spans.1.start()).0 + 1);
        Some((cited(one, row.spans.0), places))
    }

    /// Returns the pairs to report: within a family, or across two.
    pub(super) fn pairs(&self) -> impl Iterator<Item = &Related> {
        self.origins.related.iter()
    }

    /// Returns the families, each with its number, from 1. Articles too short to tell have none: they are no origin that is counted.
    pub fn families(&self) -> impl Iterator<Item = (Option<usize>, &OriginFamily)> {
        let mut count = 0;
        self.origins.families.iter().map(move |family| {
            let told = family.kind != OriginKind::Brief;
            count += usize::from(told);
            (told.then_some(count), family)
        })
    }
}

/// A run of words on one line, with an ellipsis where it begins or ends inside a sentence.
fn cited(article: &Article, span: Span) -> String {
    let sentence = |place: usize| article.sentences.get(article.sentence_at(place));
    let words = article.tokens_in(span);
    let begins = sentence(span.start()).is_none_or(|it| it.tokens.start >= words.start);
    let ends = sentence(span.end().saturating_sub(1)).is_none_or(|it| it.tokens.end <= words.end);
    let (before, behind) = (if begins { "" } else { "… " }, if ends { "" } else { " …" });
    format!("{}{}{}", sign(before), line(article, span), sign(behind))
}

/// Returns how two articles are related, in words.
pub fn relation(related: &Related) -> &'static str {
    match (related.relation, related.words) {
        (OriginRelation::CommonSource, 0) => "common source (quotation)",
        (OriginRelation::Unclear, _) => "source unknown",
        (relation, _) => relation.name(),
    }
}

/// The caveat, for all forms.
pub(super) const CARE: &str = "Articles of one origin share more runs of eight or more words outside quotations than articles written \
                               independently; short articles, of five or more. Dates and credits are trusted. \
                               Own text means that no other origin was found among these articles; an article with fewer than \
                               20 words outside quotations is too short to tell.";

/// Writes the origins as text: each with its articles, then what each pair shares.
pub fn origins_text(shown: &OriginsShown<'_>) -> String {
    let mut out = format!("{}\n{CARE}\n", origins_heading(shown.articles, shown.origins));
    for (number, family) in shown.families() {
        let why = explained(family).map_or(String::new(), |why| format!(" ({why})"));
        let number = number.map_or(String::new(), |number| format!("Origin {number}: "));
        out.push_str(&format!("\n{number}{}{why}\n", called(shown.articles, family)));
        for &member in &family.members {
            let said = shown.member(family, member);
            out.push_str(&format!("  {}  {said}\n", numbered(shown.articles, member)));
        }
    }
    let decided = decided_lines(&shown.origins.decided);
    if !decided.is_empty() {
        out.push_str(&format!("\nDecided\n  {}\n", decided.join("\n  ")));
    }
    let mut pairs = shown.pairs().peekable();
    if pairs.peek().is_some() {
        out.push_str("\nWhat they share\n");
    }
    for related in pairs {
        let (a, b) = related.articles;
        let said = (relation(related), shown.shared(related));
        out.push_str(&format!("\nArticles {} and {}: {}; {}\n", a + 1, b + 1, said.0, said.1));
        if let Some((row, (one, other))) = shown.longest(related) {
            out.push_str(&format!("  {0}{one}, {0}{other}: {row}\n", sign("¶")));
        }
    }
    out
}

/// Writes the origins as Markdown.
pub fn origins_markdown(shown: &OriginsShown<'_>) -> String {
    let mut out = format!("## Origins\n\n{}\n\n{}\n", escaped(&origins_heading(shown.articles, shown.origins)), CARE);
    for (number, family) in shown.families() {
        let why = explained(family).map_or(String::new(), |why| format!(" ({why})"));
        let number = number.map_or("-".to_owned(), |number| format!("{number}."));
        out.push_str(&format!("\n{number} {}{why}\n", escaped(&called(shown.articles, family))));
        for &member in &family.members {
            let said = shown.member(family, member);
            out.push_str(&format!("   - {}: {}\n", escaped(&numbered(shown.articles, member)), escaped(&said)));
        }
    }
    let decided = decided_lines(&shown.origins.decided);
    if !decided.is_empty() {
        out.push_str(&format!("\nDecided:\n\n- {}\n", decided.join("\n- ")));
    }
    out.push_str("\n| articles | relation | shared | longest run of words |\n|---|---|---|---|\n");
    for related in shown.pairs() {
        let (a, b) = related.articles;
        let row = shown.longest(related).map_or(String::new(), |(row, (one, other))| {
            format!("{0}{one}, {0}{other}: {1}", sign("¶"), escaped(&row))
        });
        let said = (relation(related), escaped(&shown.shared(related)));
        out.push_str(&format!("| {}, {} | {} | {} | {row} |\n", a + 1, b + 1, said.0, said.1));
    }
    out
}
