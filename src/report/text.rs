//! A collation as text, readable without colour: one line for each finding, so that it can be searched; marks as on the screen.

use super::Reported;
use super::borders::changed_words;
use super::markdown::STRETCH;
use super::marked::around;
use super::phrases::{coverage, decided, heading, known, line, line_between, mark, opening, paragraph_placed};
use super::remarks::{place, worded};
use crate::article::ParagraphId;
use crate::collate::{Class, Match, ParagraphLink, Passage, in_full};
use crate::page::NOTED;
use crate::text::{Pair, Side, one_line, plural, sign};

/// Writes a report as text. Paragraphs count from 1; in edited passages, `[-left-]` and `{+right+}` enclose the differing words.
pub fn text(reported: &Reported<'_>) -> String {
    let names = reported.articles.map(|article| article.name.as_str());
    let mut out = format!("{} and {}\n\n", names.left, names.right);
    let titled: Vec<String> = Side::BOTH.into_iter().filter_map(|side| known(reported.articles[side])).collect();
    if !titled.is_empty() {
        out.push_str(&format!("{}\n\n", titled.join("\n")));
    }
    for side in Side::BOTH {
        out.push_str(&coverage(side, reported));
        out.push('\n');
    }
    let paragraph_links: Vec<&ParagraphLink> = reported.collation.paragraph_links().collect();
    out.push_str(&format!("\n{}\n", plural(paragraph_links.len(), "matching pair") + " of paragraphs"));
    for paragraph_link in paragraph_links {
        let is_moved = |at: &usize| reported.collation.matches.get(*at).is_some_and(|m| m.moved);
        let partly = !paragraph_link.moved && paragraph_link.matches.iter().any(is_moved);
        let partly = if partly { ", partly moved" } else { "" };
        out.push_str(&format!("\n{}{partly}\n", heading(paragraph_link, reported.articles)));
        for m in paragraph_link.matches.iter().filter_map(|&at| reported.collation.matches.get(at)) {
            out.push_str(&format!("  {} {}{}\n", mark(m), around("(", decided(m), ") "), wording(reported, m)));
        }
        for remark in reported.remarks.iter().filter(|remark| remark.is_to(paragraph_link)) {
            out.push_str(&format!("  {}  {}\n", sign(NOTED), worded(remark)));
        }
    }
    for side in Side::BOTH {
        out.push_str(&only(side, reported));
    }
    out.push_str(&noted(reported));
    out
}

/// Writes a match: its words once, with the changes marked in place, or both sides if it is reworded.
fn wording(reported: &Reported<'_>, m: &Match) -> String {
    let articles = reported.articles;
    let spans = m.passages.as_ref().map(|passage| passage.span);
    if m.class == Class::Reworded {
        return format!("[-{}-] {{+{}+}}", line(articles.left, spans.left), line(articles.right, spans.right));
    }
    let mut out = String::new();
    let mut at = spans.left.start();
    for change in changed_words(reported, m) {
        out.push_str(&line_between(articles.left, at, change.left.start().max(at)));
        let mut said = Pair::from_fn(|side| line_between(articles[side], change[side].start(), change[side].end()));
        // A mark that both have and that stands with the words of one.
        for side in Side::BOTH {
            let is_mark = !said[side].contains(char::is_alphanumeric) && said[side.other()].contains(said[side].trim());
            if is_mark {
                said[side] = String::new();
            }
        }
        out.push_str(&around("[-", &said.left, "-]"));
        out.push_str(if said.left.is_empty() || said.right.is_empty() { "" } else { " " });
        out.push_str(&around("{+", &said.right, "+}"));
        at = change.left.end().max(at);
    }
    out.push_str(&line_between(articles.left, at, spans.left.end()));
    one_line(&out)
}

/// Writes the notes on paragraphs; those on matches are with the matches.
fn noted(reported: &Reported<'_>) -> String {
    let alone = reported
        .remarks
        .iter()
        .filter(|remark| remark.paragraph_ids.left.is_none() || remark.paragraph_ids.right.is_none());
    let lines: String =
        alone.map(|remark| format!("  {}  {}: {}\n", sign(NOTED), place(remark, reported), worded(remark))).collect();
    if lines.is_empty() { lines } else { format!("\nNotes to paragraphs\n{lines}") }
}

fn only(side: Side, reported: &Reported<'_>) -> String {
    let article = reported.articles[side];
    let paragraph_ids: Vec<ParagraphId> = reported.collation.only(side).collect();
    let within = |passage: &&Passage| {
        passage.tokens.len() >= STRETCH && paragraph_ids.binary_search(&passage.paragraph_id).is_err()
    };
    let stretches: Vec<&Passage> = reported.collation.unmatched(side).iter().filter(within).collect();
    let mut out = String::new();
    if !paragraph_ids.is_empty() {
        out.push_str(&format!("\nUnmatched in {}: {}\n", article.name, plural(paragraph_ids.len(), "paragraph")));
    }
    for paragraph_id in &paragraph_ids {
        out.push_str(&format!("  {}  {}\n", paragraph_placed(article, *paragraph_id), opening(article, *paragraph_id)));
    }
    if !stretches.is_empty() {
        let (of, passages) = ("in matching paragraphs", plural(stretches.len(), "passage"));
        out.push_str(&format!("\nUnmatched in {}, {of}: {passages} of {STRETCH} words or more\n", article.name));
    }
    for passage in stretches {
        out.push_str(&format!(
            "  {}  {}\n",
            article.placed(passage.span.start()),
            line(article, in_full(article, passage))
        ));
    }
    out
}
