//! Draws the program into pictures: `cargo run --example shot` writes `screenshots/*.svg`.
//!
//! The real `draw` draws into a buffer after a script of keys on the bundled articles, or on two drafts of one text; the buffer becomes
//! an SVG.

use std::fmt::Write as _;

use ibid::app::{Alone, App, Effect, Event, Keys, Size, open, update};
use ibid::article::{Article, bundled};
use ibid::boilerplate::{Rulebook, Rulebooks};
use ibid::collate::Cancel;
use ibid::ui::{Theme, draw};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

/// The size of a cell in pixels.
const CELL: (f64, f64) = (8.4, 18.0);

/// A picture: what it is called, how large it is, which keys lead there, and on what page it is drawn.
struct Shot {
    name: &'static str,
    size: (u16, u16),
    keys: &'static [&'static str],
    theme: Theme,
    page: Page,
}

/// The terminal's own colours: those of text and of the background.
#[derive(Clone, Copy)]
struct Page {
    ink: &'static str,
    ground: &'static str,
}

const NIGHT: Page = Page { ink: "#c8ccd2", ground: "#14171c" };
const DAY: Page = Page { ink: "#24292f", ground: "#ffffff" };

fn main() -> std::io::Result<()> {
    let (dark, light) = (Theme::dark(), Theme::light());
    let shots = [
        Shot { name: "reading", size: (120, 36), keys: &[], theme: dark.clone(), page: NIGHT },
        Shot { name: "stepping", size: (120, 36), keys: &["n", "n", "n", "n"], theme: dark.clone(), page: NIGHT },
        Shot { name: "moved", size: (120, 36), keys: &["Tab", "4gg", "gm"], theme: dark.clone(), page: NIGHT },
        Shot { name: "only-here", size: (120, 36), keys: &["o", "n", "n"], theme: dark.clone(), page: NIGHT },
        Shot { name: "diff", size: (120, 36), keys: &["D", "4n"], theme: dark.clone(), page: NIGHT },
        Shot { name: "help", size: (120, 36), keys: &["?"], theme: dark.clone(), page: NIGHT },
        Shot { name: "hide", size: (120, 36), keys: &["22gg", "X", "j", "j"], theme: dark.clone(), page: NIGHT },
        Shot { name: "three", size: (160, 36), keys: &["|", "n", "n"], theme: dark.clone(), page: NIGHT },
        Shot { name: "matrix", size: (120, 24), keys: &["m", "j"], theme: dark.clone(), page: NIGHT },
        Shot { name: "small", size: (80, 24), keys: &["n", "n"], theme: dark, page: NIGHT },
        Shot { name: "light", size: (120, 36), keys: &["n", "n", "n"], theme: light, page: DAY },
        Shot { name: "nocolor", size: (120, 36), keys: &["n", "n", "n"], theme: Theme::plain(), page: NIGHT },
    ];
    std::fs::create_dir_all("screenshots")?;
    for shot in shots {
        let path = format!("screenshots/{}.svg", shot.name);
        std::fs::write(&path, svg(&picture(&shot), shot.page))?;
        println!("{path}");
    }
    Ok(())
}

fn picture(shot: &Shot) -> Buffer {
    let size = Size { width: shot.size.0, height: shot.size.1 };
    let articles = if shot.name == "diff" { drafts() } else { bundled() };
    let shown = "~/.config/ibid/rules.toml".to_owned();
    let own = Rulebook { file: "rules.toml".into(), shown, made: true, ..Rulebook::default() };
    let (mut app, effects) = open(articles, Rulebooks { books: vec![own] }, "2026-11-22", size);
    answer(&mut app, effects);
    for key in shot.keys.iter().flat_map(|keys| Keys::read(keys).0) {
        let effects = update(&mut app, Event::Key(key));
        answer(&mut app, effects);
    }
    let Ok(mut terminal) = Terminal::new(TestBackend::new(size.width, size.height));
    let Ok(_) = terminal.draw(|frame| draw(frame, &app, &shot.theme));
    terminal.backend().buffer().clone()
}

fn drafts() -> Vec<Article> {
    let old = Article::of_text("first-draft.txt", include_str!("drafts/old.txt"));
    let new = Article::of_text("second-draft.txt", include_str!("drafts/new.txt"));
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
            _ => None,
        };
        if let Some(event) = event {
            let more = update(app, event);
            answer(app, more);
        }
    }
}

fn svg(buffer: &Buffer, page: Page) -> String {
    let (width, height) = (f64::from(buffer.area.width) * CELL.0, f64::from(buffer.area.height) * CELL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-12 -12 {:.1} {:.1}\">\n\
         <rect x=\"-12\" y=\"-12\" width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>\n\
         <g font-family=\"'DejaVu Sans Mono','Cascadia Mono',Menlo,Consolas,monospace\" font-size=\"14\" \
         xml:space=\"preserve\">\n",
        width + 24.0,
        height + 24.0,
        page.ground
    );
    for y in 0..buffer.area.height {
        for (x, cells) in runs(buffer, y) {
            run(&mut svg, (x, y), (&cells, page));
        }
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// Gives the runs of cells of one style on a row, each with its first column; box-drawing cells stand alone, to be placed exactly.
fn runs(buffer: &Buffer, y: u16) -> Vec<(u16, Vec<&Cell>)> {
    let mut runs: Vec<(u16, Vec<&Cell>)> = Vec::new();
    for x in 0..buffer.area.width {
        let Some(cell) = buffer.cell((x, y)) else { continue };
        match runs.last_mut() {
            Some((_, run)) if run.last().is_some_and(|last| last.style() == cell.style()) => run.push(cell),
            _ => runs.push((x, vec![cell])),
        }
    }
    runs
}

fn run(svg: &mut String, (x, y): (u16, u16), (cells, page): (&[&Cell], Page)) {
    let Some(cell) = cells.first() else { return };
    let text: String = cells.iter().map(|cell| cell.symbol()).collect();
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (ink, ground) = (hex(cell.fg, page.ink), hex(cell.bg, page.ground));
    let (ink, ground) = if reversed { (ground, ink) } else { (ink, ground) };
    let (left, top) = (f64::from(x) * CELL.0, f64::from(y) * CELL.1);
    let width = cells.len() as f64 * CELL.0;
    if ground != page.ground {
        let _ = writeln!(
            svg,
            "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{}\" fill=\"{ground}\"/>",
            CELL.1
        );
    }
    if cell.modifier.contains(Modifier::UNDERLINED) && !text.trim().is_empty() {
        let color =
            if cell.underline_color == Color::Reset { ink.clone() } else { hex(cell.underline_color, page.ink) };
        let _ = writeln!(
            svg,
            "<rect x=\"{left:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"1\" fill=\"{color}\"/>",
            top + CELL.1 - 2.5
        );
    }
    if text.trim().is_empty() {
        return;
    }
    let look = [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::DIM, " opacity=\"0.6\""),
    ];
    let look: String =
        look.iter().filter(|(m, _)| cell.modifier.contains(*m)).map(|(_, attribute)| *attribute).collect();
    let _ = writeln!(
        svg,
        "<text x=\"{left:.1}\" y=\"{:.1}\" textLength=\"{width:.1}\" fill=\"{ink}\"{look}>{}</text>",
        top + 13.5,
        escaped(&text)
    );
}

fn hex(color: Color, otherwise: &str) -> String {
    match color {
        Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        _ => otherwise.to_owned(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
