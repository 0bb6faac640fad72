//! A reader for tests: opens texts, presses keys, and answers requests at once.

use super::open;
use crate::app::desk::rule_files::own_file;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Alone, App, Effect, Event, FoldedArticles, Keys, Saved, Size, Step, Written, update};
use crate::article::Article;
use crate::boilerplate::{Rule, RuleSet, Rulebooks};
use crate::collate::Cancel;
use crate::page::Row;
use crate::text::Side;

/// A program in use. Its rules file is a list of rules.
pub(crate) struct Reader {
    /// The program.
    pub app: App,
    /// The reader's own rules file.
    pub file: Vec<Rule>,
    /// Other rules files.
    pub others: BTreeMap<PathBuf, Vec<Rule>>,
    /// Requests that are not answered at once.
    pub effects: Vec<Effect>,
}

impl Reader {
    /// Opens texts by name on a screen of this size.
    pub fn open(texts: &[(&str, &str)], (width, height): (u16, u16)) -> Self {
        let articles = texts.iter().map(|(name, text)| Article::of_text(name, text)).collect();
        Self::of_articles((articles, RuleSet::default()), (width, height))
    }

    /// Opens the bundled articles.
    pub fn bundled(size: (u16, u16)) -> Self {
        Self::of_articles((crate::article::bundled(), RuleSet::default()), size)
    }

    /// Opens articles under the rules of the file.
    pub fn of_articles((articles, rules): (Vec<Article>, impl Into<Rulebooks>), (width, height): (u16, u16)) -> Self {
        let rules = rules.into();
        let others = rules.books.iter().skip(1).map(|book| (book.file.clone(), book.rules.rules.clone()));
        let (file, others) = (rules.own().to_vec(), others.collect());
        let (app, effects) = open(articles, rules, "2031-04-15", Size { width, height });
        let mut reader = Self { app, file, others, effects: Vec::new() };
        reader.answer(effects);
        reader
    }

    /// Presses keys written with spaces between them: `n 3 j Ctrl-d gg Enter`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace().flat_map(|written| Keys::read(written).0) {
            self.send(Event::Key(key));
        }
        self
    }

    /// Lets the wait after a lone digit pass.
    pub fn wait(&mut self) -> &mut Self {
        let waits: Vec<_> =
            self.effects.iter().filter_map(|e| if let Effect::Wait(t) = e { Some(*t) } else { None }).collect();
        if let Some(ticket) = waits.last() {
            self.send(Event::Waited(*ticket));
        }
        self
    }

    /// Sends an event and answers the requests that follow.
    pub fn send(&mut self, event: Event) {
        let effects = update(&mut self.app, event);
        self.answer(effects);
    }

    /// Answers requests.
    pub fn answer(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Collate(job) | Effect::CollateNext(job) => {
                    self.send(Event::Answered(done(job.answer(&Cancel::default(), &|_| {}))))
                }
                Effect::Diff(task) => self.send(Event::Diffed(done(task.answer(&Cancel::default())))),
                Effect::Survey(survey) => self.send(Event::Surveyed(done(survey.answer(&Cancel::default())))),
                Effect::Gather(gathering) => {
                    self.send(Event::Gathered(done(gathering.clusters(&Alone, &Cancel::default()))))
                }
                Effect::Compare(gathering) => {
                    self.send(Event::Compared(done(gathering.compare(&Alone, &Cancel::default(), &|_| {}))))
                }
                Effect::Narrate(gathering) => {
                    self.send(Event::Narrated(done(gathering.narrate(&Alone, &Cancel::default(), &|_| {}))))
                }
                Effect::Narrow(narrowing) => {
                    self.send(Event::Narrowed(done(narrowing.answer(&Cancel::default()))));
                }
                Effect::Search(quest) => {
                    self.send(Event::Found(done(quest.answer(&mut FoldedArticles::new(), &Cancel::default()))))
                }
                Effect::Trace(task) => self.send(Event::Traced(done(task.answer(&Cancel::default())))),
                Effect::Save(file, rule) => {
                    self.on_disk(&file).push(rule.clone());
                    let written = self.written(file);
                    self.send(Event::Saved(Saved::Added { asked: rule.id.clone(), id: rule.id, written }));
                }
                Effect::Remove(file, id) => {
                    self.on_disk(&file).retain(|rule| rule.id != id);
                    let written = self.written(file);
                    self.send(Event::Saved(Saved::Removed(id, written)));
                }
                Effect::Step(number, _, Step::Revert, _) => {
                    self.send(Event::Saved(Saved::NotStepped(number, "no saved step to undo".to_owned())));
                }
                Effect::Step(number, file, step, _) => {
                    let mut rules = RuleSet { rules: std::mem::take(self.on_disk(&file)) };
                    let made = step.on_rules(&mut rules);
                    *self.on_disk(&file) = rules.rules;
                    assert!(made, "{step:?}");
                    let written = self.written(file);
                    self.send(Event::Saved(Saved::Stepped(number, written)));
                }
                other => self.effects.push(other),
            }
        }
    }

    fn on_disk(&mut self, file: &Path) -> &mut Vec<Rule> {
        match file == own_file(&self.app.desk) {
            true => &mut self.file,
            false => self.others.entry(file.to_path_buf()).or_default(),
        }
    }

    fn written(&mut self, file: PathBuf) -> Written {
        let rules = RuleSet { rules: self.on_disk(&file).clone() };
        Written { lines: (1..=rules.rules.len()).map(|at| at * 10).collect(), file, rules }
    }

    /// The text of a pane's cursor row, and that row's number from the top of the pane.
    pub fn at(&self, side: Side) -> (String, isize) {
        let pane = &self.app.desk.row[side];
        let text = match pane.page.row(pane.at()) {
            Row::Text(span) => span.of(&pane.page.article().text).trim_end().to_owned(),
            Row::Fold => "⋯".to_owned(),
            Row::Gap => String::new(),
        };
        (text, pane.page.between(pane.top, pane.at(), 1000))
    }

    /// The present message.
    pub fn said(&self) -> &str {
        self.app.desk.message.as_ref().map_or("", |message| message.text.as_str())
    }
}

/// Nobody cancels a job here.
fn done<T>(answer: Option<T>) -> T {
    answer.expect("not cancelled")
}
