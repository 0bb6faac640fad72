//! Draws the program into pictures: `cargo run --example shot` writes `screenshots/*.svg`, dark and light, and the animated tour.
//!
//! The real `draw` draws into a buffer after a script of keys on the bundled articles, or on two drafts of one text; the buffer becomes
//! an SVG. With a folder as its argument it also writes the cells of each picture there, for `benches/pictures.py`.

mod svg;
mod tour;

use std::path::Path;

use ibid::app::{Alone, App, Effect, Event, Keys, Size, open, update};
use ibid::article::{Article, bundled};
use ibid::boilerplate::{Rulebook, Rulebooks};
use ibid::collate::Cancel;
use ibid::ui::{Theme, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use svg::{DAY, NIGHT, Page};

/// A picture: what it is called, how large it is, and which keys lead there.
struct Shot {
    name: &'static str,
    size: (u16, u16),
    keys: &'static [&'static str],
}

const SHOTS: [Shot; 10] = [
    Shot { name: "reading", size: (120, 36), keys: &[] },
    Shot { name: "stepping", size: (120, 36), keys: &["n", "n", "n", "n"] },
    Shot { name: "moved", size: (120, 36), keys: &["Tab", "5gg", "gm"] },
    Shot { name: "unmatched", size: (120, 36), keys: &["o", "4n"] },
    Shot { name: "diff", size: (120, 36), keys: &["D", "4n"] },
    Shot { name: "help", size: (120, 36), keys: &["?"] },
    Shot { name: "hide", size: (120, 36), keys: &["20gg", "X", "jjjjj"] },
    Shot { name: "three", size: (160, 36), keys: &["|", "n", "n"] },
    Shot { name: "matrix", size: (120, 24), keys: &["m"] },
    Shot { name: "small", size: (80, 24), keys: &["n", "n"] },
];

fn main() -> std::io::Result<()> {
    let cells = std::env::args().nth(1);
    std::fs::create_dir_all("screenshots")?;
    let write = |name: &str, buffer: &Buffer, page: Page| -> std::io::Result<()> {
        let path = format!("screenshots/{name}.svg");
        std::fs::write(&path, svg::svg(buffer, page))?;
        println!("{path}");
        match &cells {
            Some(folder) => std::fs::write(Path::new(folder).join(format!("{name}.cells")), svg::cells(buffer)),
            None => Ok(()),
        }
    };
    for shot in &SHOTS {
        let app = after(shot);
        write(shot.name, &drawn(&app, shot.size, &Theme::dark()), NIGHT)?;
        write(&format!("{}-light", shot.name), &drawn(&app, shot.size, &Theme::light()), DAY)?;
        if shot.name == "stepping" {
            write("nocolor", &drawn(&app, shot.size, &Theme::plain()), NIGHT)?;
        }
    }
    for (name, theme, page) in [("tour", Theme::dark(), NIGHT), ("tour-light", Theme::light(), DAY)] {
        std::fs::write(format!("screenshots/{name}.svg"), tour::tour(&theme, page))?;
        println!("screenshots/{name}.svg");
    }
    Ok(())
}

fn after(shot: &Shot) -> App {
    let articles = if shot.name == "diff" { drafts() } else { bundled() };
    let mut app = opened(articles, shot.size);
    for keys in shot.keys {
        press(&mut app, keys);
    }
    app
}

fn opened(articles: Vec<Article>, (width, height): (u16, u16)) -> App {
    let shown = "~/.config/ibid/rules.toml".to_owned();
    let own = Rulebook { file: "rules.toml".into(), shown, made: true, ..Rulebook::default() };
    let (mut app, effects) = open(articles, Rulebooks { books: vec![own] }, "2026-11-22", Size { width, height });
    answer(&mut app, effects);
    app
}

fn press(app: &mut App, keys: &str) {
    for key in Keys::read(keys).0 {
        let effects = update(app, Event::Key(key));
        answer(app, effects);
    }
}

fn drawn(app: &App, (width, height): (u16, u16), theme: &Theme) -> Buffer {
    let Ok(mut terminal) = Terminal::new(TestBackend::new(width, height));
    let Ok(_) = terminal.draw(|frame| draw(frame, app, theme));
    terminal.backend().buffer().clone()
}

fn drafts() -> Vec<Article> {
    let old = Article::of_text("first-draft.txt", include_str!("../drafts/old.txt"));
    let new = Article::of_text("second-draft.txt", include_str!("../drafts/new.txt"));
    vec![old, new]
}

fn answer(app: &mut App, effects: Vec<Effect>) {
    let never = Cancel::default();
    for effect in effects {
        let event = match effect {
            Effect::Collate(job) | Effect::CollateNext(job) => job.answer(&never, &|_| {}).map(Event::Answered),
            Effect::Diff(job) => job.answer(&never).map(Event::Diffed),
            Effect::Survey(job) => job.answer(&never).map(Event::Surveyed),
            Effect::Gather(job) => job.clusters(&Alone, &never).map(Event::Gathered),
            Effect::Compare(job) => job.compare(&Alone, &never, &|_| {}).map(Event::Compared),
            Effect::Narrate(job) => job.narrate(&Alone, &never, &|_| {}).map(Event::Narrated),
            _ => None,
        };
        if let Some(event) = event {
            let more = update(app, event);
            answer(app, more);
        }
    }
}
