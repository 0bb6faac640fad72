//! Carrying away: a passage copied with its source, and the file opened in an editor.

use std::path::PathBuf;
use std::sync::Arc;

use super::app::{App, Mode};
use super::event::{Effect, Reread};
use super::keymap::Action;
use super::reopen::STILL_READING;
use crate::article::{Article, Extent, Origin};
use crate::text::{Side, Span, one_line, visible};

/// A file to open in the editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The article, by its index.
    pub article: usize,
    /// Its file.
    pub path: PathBuf,
    /// The line, counted from 1.
    pub line: usize,
}

/// A passage to be carried away, with the article it was found in.
#[derive(Clone, Debug)]
pub(super) struct Excerpt {
    pub article: Arc<Article>,
    pub span: Span,
}

impl Excerpt {
    /// Writes the passage as it is cited: the words, then where they stand.
    fn cited(&self) -> String {
        let Self { article, span } = self;
        let words = one_line(article.text.get(span.range()).unwrap_or_default());
        let (source, name) = (article.origin.source(), &article.name);
        let source = match &article.meta.title {
            Some(_) => format!(" ({name})"),
            None if source.is_empty() || source == *name => String::new(),
            None => format!(" ({source})"),
        };
        let place = match article.time_at(span.start()).map(|time| time / 1000) {
            Some(time) => format!("{:02}:{:02}:{:02}", time / 3600, time / 60 % 60, time % 60),
            None => format!("¶{}", article.locus_at(span.start()).0 + 1),
        };
        let cited = format!("{words}\n— {}{source}, {place}", article.cited());
        cited.lines().map(|line| visible(line).into_owned()).collect::<Vec<_>>().join("\n")
    }
}

impl App {
    /// Copies what is marked, or the match one stands on as both articles have it, or the paragraph under the cursor; each with its
    /// source and paragraph number.
    pub(super) fn copy(&mut self) -> Vec<Effect> {
        let parts = self.to_copy();
        self.copy_parts(&parts)
    }

    /// Copies passages, each with its source and paragraph number.
    pub(super) fn copy_parts(&mut self, parts: &[Excerpt]) -> Vec<Effect> {
        let words: usize = parts.iter().map(|part| part.article.tokens_in(part.span).len()).sum();
        if words == 0 {
            self.warn("there is nothing here to copy");
            return Vec::new();
        }
        if let Mode::Marking { .. } = self.mode {
            self.mode = Mode::Reading;
        }
        let cited: Vec<String> = parts.iter().map(Excerpt::cited).collect();
        let both = if parts.len() > 1 { ", as both have it," } else { "" };
        let words = if words == 1 { "1 word".to_owned() } else { format!("{words} words") };
        self.say(format!("copied {words}{both} with the source"));
        vec![Effect::Copy(cited.join("\n\n"))]
    }

    fn to_copy(&self) -> Vec<Excerpt> {
        let of = |side: Side, span: Span| Excerpt { article: Arc::clone(self.panes[side].open_article()), span };
        if let Some(marked) = self.marked() {
            return vec![of(self.focus, marked)];
        }
        let pane = self.focused();
        let found = self.copies().first().and_then(|&at| self.collation()?.matches.get(at));
        if let Some(found) = found {
            return [self.focus, self.focus.other()].map(|side| of(side, found.passages[side].span)).to_vec();
        }
        let paragraph = pane.open_article().paragraphs.get(pane.locus().0);
        paragraph.map(|paragraph| of(self.focus, paragraph.span)).into_iter().collect()
    }

    /// Opens the article in the reader's editor, at the line on which the cursor stands.
    pub(super) fn edit(&mut self) -> Vec<Effect> {
        let pane = self.focused();
        let article = pane.open_article();
        match &article.origin {
            _ if self.reading || article.extent == Extent::Head => self.warn(STILL_READING),
            Origin::File { place, .. } => {
                let before = article.text.get(..pane.cursor).unwrap_or_default();
                let (path, line) = (place.clone(), before.matches('\n').count() + 1);
                return vec![Effect::Edit(Edit { article: pane.article, path, line })];
            }
            Origin::Stdin => self.warn("this came from the standard input: there is no file to open"),
            Origin::Bundled(_) => self.warn("this article is no file: there is nothing to open"),
        }
        Vec::new()
    }

    /// Reads an article anew that the editor has left; says what went wrong where it could not be opened.
    pub(super) fn edited(&mut self, (article, outcome): (usize, Result<(), String>)) -> Vec<Effect> {
        self.message = None;
        if let Err(reason) = outcome {
            self.warn(reason);
        }
        self.reread(&[article])
    }

    /// Reads the focused article anew from its file, and those whose files have changed; where there are new articles, all.
    pub(super) fn reload(&mut self) -> Vec<Effect> {
        if self.has_new() && !self.reading {
            self.open_new();
            self.say("all read anew");
            return vec![self.read_anew()];
        }
        let mut articles = self.changed_on_disk();
        articles.retain(|at| *at != self.focused().article);
        self.say(if articles.is_empty() { "read anew from its file" } else { "read anew from their files" });
        articles.push(self.focused().article);
        let effects = self.reread(&articles);
        if effects.is_empty() {
            self.warn(if self.reading {
                STILL_READING
            } else {
                "this article is no file: there is nothing to read again"
            });
        }
        effects
    }

    fn reread(&mut self, articles: &[usize]) -> Vec<Effect> {
        let file = |at: &usize| Some((*at, self.articles.get(*at)?.origin.place()?.clone()));
        let files: Vec<(usize, PathBuf)> = articles.iter().filter(|_| !self.reading).filter_map(file).collect();
        if files.is_empty() {
            return Vec::new();
        }
        self.reading = true;
        self.to_read = self.next_ticket();
        let articles = self.articles.iter().filter(|article| !article.name.is_empty()).cloned().collect();
        vec![Effect::Reread(Reread { ticket: self.to_read, files, articles })]
    }

    /// Says that what was to be copied was not.
    pub(super) fn not_copied(&mut self, reason: &str) {
        self.warn(format!(
            "not copied: {reason}; {} leaves the mouse to the terminal to mark with",
            self.key(Action::Mouse)
        ));
    }
}
