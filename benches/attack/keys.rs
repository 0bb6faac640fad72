//! Keys, pastes, clicks, sizes and files that change, while answers come late, in any order or not at all; each state is drawn.

use ibid::app::{come_back, open, open_heads, take_settings};
use std::path::PathBuf;
use std::sync::Arc;

use ibid::app::{
    Alone, Answer, App, BINDINGS, Code, Compared, Effect, Event, Gathered, Gathering, Gesture, Hits, Job, Key, Keys,
    Noted, OnDisk, Reopened, Saved, SetPlaces, Settings, Since, Size, Touched, Traced, Written, update,
};
use ibid::article::{Article, DiskMap, Origin};
use ibid::boilerplate::{Mask, RuleSet, Sieve, mask};
use ibid::collate::{Cancel, Depth, Witness, by_likeness, clusters, collate, matrix, traces};
use ibid::text::{Pair, Plain};
use ibid::ui::{Theme, draw, target};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::made;
use crate::prng::Prng;

/// Events a seed.
const EVENTS: usize = 60;
const DAY: &str = "2031-04-15";

/// The program, what it has asked for, and the rules on its disk.
struct Run {
    app: App,
    asked: Vec<Effect>,
    rules: RuleSet,
}

/// Lets some dozens of events come, and draws after each.
pub fn pressed(prng: &mut Prng) {
    let first = made::text(prng);
    let texts = (1..*prng.pick(&[2, 3, 4, 8])).map(|_| made::kin(prng, &first)).collect::<Vec<_>>();
    let articles = std::iter::once(&first).chain(&texts).enumerate().map(|(at, text)| file(at, text)).collect();
    let books = made::rules(prng, &first);
    let rules = books.books.first().map(|book| book.rules.clone()).unwrap_or_default();
    let size = size(prng);
    let (app, asked) = match prng.chance(15) {
        true => open_heads(articles, books, DAY, size),
        false => open(articles, books, DAY, size),
    };
    let mut run = Run { app, asked, rules };
    if prng.chance(30) {
        let settings =
            Settings { panes: prng.between(2, 4), measure: prng.between(20, 100) as u16, ..Settings::default() };
        let asked = take_settings(&mut run.app.desk, settings);
        run.asked.extend(asked);
        let asked = come_back(&mut run.app.desk, SetPlaces::default());
        run.asked.extend(asked);
    }
    let known: Vec<Key> =
        BINDINGS.iter().flat_map(|binding| binding.keys.iter().flat_map(|keys| Keys::read(keys).0)).collect();
    let themes = [Theme::dark(), Theme::light(), Theme::plain()];
    let theme = prng.pick(&themes);
    let Ok(mut terminal) = Terminal::new(TestBackend::new(size.width, size.height));
    for _ in 0..EVENTS {
        let event = event(prng, &mut run, &known);
        run.send(event);
        while !run.asked.is_empty() && prng.chance(75) {
            let at = prng.below(run.asked.len());
            let effect = run.asked.remove(at);
            run.answer(effect, prng);
        }
        let Size { width, height } = run.app.desk.view.size;
        terminal.backend_mut().resize(width, height);
        let drawn = terminal.draw(|frame| draw(frame, &run.app, theme));
        assert!(drawn.is_ok(), "it is drawn");
        let both = run.app.desk.row.both();
        for side in [both.left, both.right] {
            assert!(side.open_article().text.is_char_boundary(side.cursor), "the cursor stands on a character");
        }
    }
}

fn file(at: usize, text: &str) -> Article {
    let place = PathBuf::from(format!("/drafts/{at}\u{202e}.txt"));
    let map = DiskMap::identity(text.len());
    Article::new(format!("{at}\u{1b}"), Origin::File { named: place.clone(), place }, text.to_owned(), map)
}

fn size(prng: &mut Prng) -> Size {
    let (width, height) = *prng.pick(&[(80, 24), (120, 35), (200, 50), (20, 6), (1, 1), (3, 40), (300, 2), (40, 10)]);
    Size { width, height }
}

fn event(prng: &mut Prng, run: &mut Run, known: &[Key]) -> Event {
    match prng.below(20) {
        0 => Event::Resized(size(prng)),
        1 => Event::Pasted(if prng.chance(50) { made::text(prng) } else { (*prng.pick(&made::HARD)).to_owned() }),
        2 | 3 => {
            let Size { width, height } = run.app.desk.view.size;
            let cell = (prng.below(usize::from(width) + 2) as u16, prng.below(usize::from(height) + 2) as u16);
            let gesture = if prng.chance(50) { Gesture::Click } else { Gesture::Wheel(prng.below(9) as isize - 4) };
            Event::Pointed(target(&run.app, cell.0, cell.1), gesture)
        }
        4 => match prng.below(5) {
            0 => Event::Since(Since { new: vec!["n\u{1b}".to_owned()], ..Since::default() }),
            1 => {
                let places = run.app.desk.library.articles.iter().filter_map(|article| article.origin.place().cloned());
                let touched = places.map(|place| Touched { place, text: 7 }).take(2).collect();
                Event::OnDisk(OnDisk { touched, new: Some(vec!["new".to_owned()]) })
            }
            2 => {
                run.rules.rules.truncate(1);
                Event::RulesOnDisk(Ok(run.written("rules.toml".into())))
            }
            3 => Event::RulesOnDisk(Err("rules.toml:1:1: a mistake".to_owned())),
            _ => Event::Edited(prng.below(run.app.desk.library.articles.len().max(1)), Ok(())),
        },
        5 => Event::Key(Key::plain(Code::Char(prng.pick(&made::HARD).chars().next().unwrap_or('x')))),
        6 => Event::Key(Key::plain(Code::Char((b'0' + prng.below(10) as u8) as char))),
        7 => Event::Key(Key::plain(*prng.pick(&[Code::Enter, Code::Esc, Code::Backspace, Code::Tab]))),
        _ => Event::Key(*prng.pick(known)),
    }
}

impl Run {
    fn send(&mut self, event: Event) {
        let asked = update(&mut self.app, event);
        self.asked.extend(asked);
    }

    fn written(&self, file: PathBuf) -> Written {
        Written { file, lines: (1..=self.rules.rules.len()).collect(), rules: self.rules.clone() }
    }

    /// Gives the open articles as they may stand on the disk by now.
    fn read(&self, prng: &mut Prng) -> Vec<Arc<Article>> {
        let mut read: Vec<Arc<Article>> = Vec::new();
        for (at, article) in
            self.app.desk.library.articles.iter().enumerate().filter(|(_, article)| !article.name.is_empty())
        {
            match prng.below(4) {
                0 => read.push(Arc::new(file(at, &made::kin(prng, &article.text)))),
                1 if prng.chance(30) => {}
                _ => read.push(Arc::clone(article)),
            }
        }
        read
    }

    /// Answers what the program asks of the world; sometimes it fails.
    fn answer(&mut self, effect: Effect, prng: &mut Prng) {
        let none = Cancel::default();
        let fails = prng.chance(8);
        let event = match effect {
            Effect::Collate(job) | Effect::CollateNext(job) if fails => Event::Failed(job.ticket, "failed".to_owned()),
            Effect::Collate(job) | Effect::CollateNext(job) => Event::Answered(collated(&job)),
            Effect::Diff(job) => match job.answer(&none) {
                Some(_) if fails => Event::Failed(job.ticket, "failed".to_owned()),
                Some(diffed) => Event::Diffed(diffed),
                None => return,
            },
            Effect::Write(file) if fails => Event::ResultWritten(file, Err("not written".to_owned())),
            Effect::Write(file) => Event::ResultWritten(file, Ok(())),
            Effect::Survey(survey) => match survey.answer(&none) {
                Some(surveyed) => Event::Surveyed(surveyed),
                None => return,
            },
            Effect::Narrow(narrowing) => match narrowing.answer(&none) {
                Some(narrowed) => Event::Narrowed(narrowed),
                None => return,
            },
            Effect::Gather(gathering) => {
                let masks = masks(&gathering);
                let clusters = clusters(&witnesses(&gathering, &masks), &none).unwrap_or_default();
                let masks = masks.into_iter().map(Arc::new).collect();
                Event::Gathered(Gathered { ticket: gathering.ticket, clusters: Arc::new(clusters), masks })
            }
            Effect::Compare(gathering) => {
                let masks = masks(&gathering);
                let Some(matrix) = matrix(&witnesses(&gathering, &masks), &none) else { return };
                let names: Vec<&str> = gathering.articles.iter().map(|article| article.name.as_str()).collect();
                let order = by_likeness(&matrix, &names, &none).filter(|_| prng.chance(80));
                let settled = names.len();
                let of = gathering.articles.iter().map(|article| article.id).collect();
                Event::Compared(Compared {
                    ticket: gathering.ticket,
                    of,
                    settled,
                    matrix: Arc::new(matrix),
                    order,
                    origins: None,
                    goes_on: false,
                })
            }
            Effect::Narrate(gathering) => match gathering.narrate(&Alone, &none, &|_| {}) {
                Some(_) if fails => Event::Failed(gathering.ticket, "failed".to_owned()),
                Some(narrated) => Event::Narrated(narrated),
                None => return,
            },
            Effect::Search(quest) => {
                let query = Plain::of(&quest.query);
                let hits =
                    quest.articles.iter().map(|it| Plain::of(&it.text).hits(&it.text, &query).collect()).collect();
                Event::Found(Hits { ticket: quest.ticket, hits: Arc::new(hits) })
            }
            Effect::Trace(task) => {
                let articles: Vec<&Article> = task.articles.iter().map(Arc::as_ref).collect();
                let Some(traces) = traces(&articles, task.article, task.tokens.clone(), &none) else { return };
                let of = articles.iter().map(|article| article.id).collect();
                Event::Traced(Traced { ticket: task.ticket, article: task.article, tokens: task.tokens, of, traces })
            }
            Effect::Read(ticket) => {
                let complaints = if fails { vec!["x: no such file".to_owned()] } else { Vec::new() };
                Event::Reopened(Reopened { ticket, articles: self.read(prng), complaints })
            }
            Effect::Reread(task) => {
                let mut articles = task.articles.clone();
                for (at, _) in &task.files {
                    let Some(article) = articles.get_mut(*at) else { continue };
                    let text = if prng.chance(30) { made::text(prng) } else { made::kin(prng, &article.text) };
                    let map = DiskMap::identity(text.len());
                    *article = Arc::new(Article::new(article.name.clone(), article.origin.clone(), text, map));
                }
                Event::Reopened(Reopened { ticket: task.ticket, articles, complaints: Vec::new() })
            }
            Effect::Save(_, rule) if fails => Event::Saved(Saved::NotAdded(rule.id, "the disk is full".to_owned())),
            Effect::Save(file, mut rule) => {
                let asked = rule.id.clone();
                rule.id = asked.free(|id| self.rules.get(id).is_some());
                let id = rule.id.clone();
                self.rules.rules.push(rule);
                Event::Saved(Saved::Added { asked, id, written: self.written(file) })
            }
            Effect::Remove(_, id) if fails => Event::Saved(Saved::NotRemoved(id, "the disk is full".to_owned())),
            Effect::Remove(file, id) => {
                self.rules.rules.retain(|rule| rule.id != id);
                Event::Saved(Saved::Removed(id, self.written(file)))
            }
            Effect::Step(number, file, step, _) => match !fails && step.on_rules(&mut self.rules) {
                true => Event::Saved(Saved::Stepped(number, self.written(file))),
                false => Event::Saved(Saved::NotStepped(number, "it is not there".to_owned())),
            },
            Effect::Keep(_) => Event::Kept(if fails { Err("read-only".to_owned()) } else { Ok(()) }),
            Effect::Note(..) => Event::Noted(Noted::Failed("the disk is full".to_owned())),
            Effect::Wait(ticket) => Event::Waited(ticket),
            Effect::Edit(edit) => Event::Edited(edit.article, if fails { Err("no editor".to_owned()) } else { Ok(()) }),
            Effect::Copy(_)
            | Effect::Fetch(_)
            | Effect::Blame(_)
            | Effect::ListClusters(_)
            | Effect::Curate(_)
            | Effect::Mouse(_)
            | Effect::Suspend
            | Effect::Quit => return,
        };
        self.send(event);
    }
}

fn collated(job: &Job) -> Answer {
    let masks = Pair::from_fn(|side| Arc::new(mask(&job.articles[side], &job.rules, &job.session[side])));
    let witnesses = Pair::from_fn(|side| Witness { article: &job.articles[side], mask: &masks[side] });
    let collation = Arc::new(collate(witnesses, &Cancel::default()).unwrap_or_default());
    Answer { ticket: job.ticket, masks, collation, depth: Depth::Statements }
}

fn masks(gathering: &Gathering) -> Vec<Mask> {
    let sieve = Sieve::over(&gathering.rules);
    gathering.articles.iter().zip(&gathering.session).map(|(article, hidden)| sieve.mask(article, hidden)).collect()
}

fn witnesses<'a>(gathering: &'a Gathering, masks: &'a [Mask]) -> Vec<Witness<'a>> {
    gathering.articles.iter().zip(masks).map(|(article, mask)| Witness { article, mask }).collect()
}
