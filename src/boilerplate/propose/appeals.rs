//! Finds appeals: the outlet asks its readers to pay, sign up or follow.
//!
//! A sentence is an appeal if it says so, outside quotation marks, in words that no report uses. What is between two such sentences goes
//! with them if the outlet speaks of itself there too.

use std::ops::Range;

use super::cues::Cue;
use super::found::{Found, Reach, Why};
use super::sheet::{CuedArticle, Line};
use crate::boilerplate::rule::Fit;
use crate::text::{Span, Token};

/// The most paragraphs between two sentences of one appeal (benches/constants.md).
const GAP: usize = 3;
/// The most words of an introductory sentence (benches/constants.md).
const LEAD: usize = 15;
/// The most sentences of a short paragraph, which is taken whole if most of it is (benches/constants.md).
const BRIEF: usize = 3;

/// How much a sentence looks like an appeal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tone {
    /// Nothing.
    Telling,
    /// It is about the outlet or the reader.
    Spoken,
    /// It asks.
    Asking,
}

/// Finds the appeals of an article.
pub(super) fn find(sheet: &CuedArticle<'_>, told_by_kin: &dyn Fn(Span) -> bool) -> Vec<Found> {
    let tones: Vec<Tone> = (0..sheet.article.sentences.len()).map(|at| tone(sheet, at)).collect();
    let mut taken: Vec<bool> = tones.iter().map(|tone| *tone == Tone::Asking).collect();
    for line in &sheet.lines {
        widen(&tones, &mut taken, line);
    }
    bridge(sheet, &tones, &mut taken, told_by_kin);
    lead_in(sheet, &mut taken, told_by_kin);
    runs(&taken).into_iter().filter_map(|run| appeal(sheet, run)).collect()
}

fn tone(sheet: &CuedArticle<'_>, at: usize) -> Tone {
    let article = sheet.article;
    let Some(sentence) = article.sentences.get(at) else { return Tone::Telling };
    let Some(line) = sheet.lines.get(article.paragraph_id_at(sentence.span.start()).0) else { return Tone::Telling };
    let words = article.tokens.get(sentence.tokens.clone()).unwrap_or_default();
    let count = |kind: Cue| outside_quotes(sheet, line, words, kind);
    let (asks, readers, writers, makers) = (count(Cue::Ask), count(Cue::Reader), count(Cue::Writer), count(Cue::Maker));
    let opens = sheet.cues.begins(words, Cue::Ask) > 0 && asks > 0;
    let addressed = asks > 0 && (opens || readers + writers > 0 || words.len() <= 12 && asks + makers > 1);
    if addressed || asks > 1 {
        return Tone::Asking;
    }
    if readers + writers > 0 { Tone::Spoken } else { Tone::Telling }
}

fn outside_quotes(sheet: &CuedArticle<'_>, line: &Line<'_>, words: &[Token], kind: Cue) -> usize {
    let outside = |at: &usize| words.get(*at).is_some_and(|word| !line.is_quoted(word.span.start()));
    sheet.cues.places(words, kind).filter(outside).count()
}

/// Takes a whole paragraph if most of its sentences ask, or if it asks and addresses the reader throughout.
fn widen(tones: &[Tone], taken: &mut [bool], line: &Line<'_>) {
    let Some(of_line) = tones.get(line.sentences.clone()) else { return };
    let asking = of_line.iter().filter(|tone| **tone == Tone::Asking).count();
    let telling = of_line.iter().filter(|tone| **tone == Tone::Telling).count();
    let mostly = asking * 2 > of_line.len() && of_line.len() <= BRIEF * 2;
    if asking > 0 && (mostly || telling == 0 && of_line.len() <= BRIEF) {
        taken.get_mut(line.sentences.clone()).unwrap_or_default().fill(true);
    }
}

/// Takes the paragraphs between two sentences that ask, if each is about the outlet and no related article has them.
fn bridge(sheet: &CuedArticle<'_>, tones: &[Tone], taken: &mut [bool], told_by_kin: &dyn Fn(Span) -> bool) {
    let whole =
        |taken: &[bool], line: &Line<'_>| taken.get(line.sentences.clone()).is_some_and(|all| all.contains(&true));
    let asking: Vec<usize> =
        (0..sheet.lines.len()).filter(|at| sheet.lines.get(*at).is_some_and(|line| whole(taken, line))).collect();
    for (from, to) in asking.iter().zip(asking.iter().skip(1)) {
        let between = sheet.lines.get(from + 1..*to).unwrap_or_default();
        let speaks = |line: &Line<'_>| {
            let own = outside_quotes(sheet, line, line.words, Cue::Writer) > 0;
            own && tones.get(line.sentences.clone()).is_some_and(|all| all.contains(&Tone::Spoken))
        };
        if between.len() <= GAP && between.iter().all(|line| speaks(line) && !told_by_kin(line.span)) {
            for line in between {
                taken.get_mut(line.sentences.clone()).unwrap_or_default().fill(true);
            }
        }
    }
}

/// Takes a short first sentence of a paragraph, if the paragraph before belongs to the appeal too.
fn lead_in(sheet: &CuedArticle<'_>, taken: &mut [bool], told_by_kin: &dyn Fn(Span) -> bool) {
    for line in sheet.lines.iter().skip(1) {
        let first = line.sentences.start;
        let around = [first.checked_sub(1), Some(first + 1).filter(|next| line.sentences.contains(next))];
        let inside = around.iter().all(|at| at.is_some_and(|at| taken.get(at) == Some(&true)));
        let Some(sentence) = sheet.article.sentences.get(first).filter(|_| inside) else { continue };
        if sentence.tokens.len() <= LEAD && !told_by_kin(sentence.span) {
            taken.get_mut(first).into_iter().for_each(|taken| *taken = true);
        }
    }
}

fn runs(taken: &[bool]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..taken.len()).filter(|at| taken.get(*at) == Some(&true)) {
        match runs.last_mut().filter(|run| run.end == at) {
            Some(run) => run.end = at + 1,
            None => runs.push(at..at + 1),
        }
    }
    runs
}

fn appeal(sheet: &CuedArticle<'_>, run: Range<usize>) -> Option<Found> {
    let sentences = sheet.article.sentences.get(run)?;
    let span = sentences.first()?.span.join(sentences.last()?.span);
    let texts: Vec<&str> = sentences.iter().map(|sentence| sentence.span.of(&sheet.article.text)).collect();
    let words = texts.join(" ");
    let dated = words.contains(|c: char| c.is_ascii_digit());
    let fit = if dated { Fit::Loosely(words) } else { Fit::Exactly(words) };
    Some(Found { span, why: Why::Appeal, fit, reach: Reach::Source })
}
