//! A desk for tests: opens two invented articles, presses keys, answers questions at once and reads the screen.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Color;

use super::{Role, Theme, draw};
use crate::app::App;
use crate::app::reader::Reader;
use crate::article::Article;
use crate::boilerplate::{Does, Fit, Rule, RuleId, RuleSet, Rulebook, Rulebooks, Scope, Unit};

pub const LEFT: &str = "\
The old lighthouse at Cape Merrow will be lit again in the spring after nine dark years.

Keepers carried the great lens up the winding stair in forty pieces, each wrapped in wool and numbered in chalk.

The island council honoured the keepers with a supper of smoked eel and a speech that lasted until the lamp was trimmed.

Nobody asked the seals.

Visitors may climb the tower on Sundays if the wind from the north allows the little ferry to cross.

Like this story? Our harbour paper lives from its readers. Please put a coin in the tin.";

pub const RIGHT: &str = "\
Visitors may climb the tower on Sundays if the wind from the north allows the little ferry to cross.

The old lighthouse at Cape Merrow will be lit again in the autumn after nine dark years.

Keepers carried the great lens up the winding stair in forty pieces, each wrapped in wool and numbered in chalk while a choir sang below.

The island council honored the keepers with a supper of smoked eel and a speech that lasted until the lamp was trimmed.";

/// Opens the two articles under a rule that hides the appeal, and presses keys.
pub fn desk(size: (u16, u16), keys: &[&str]) -> App {
    let rule = Rule {
        id: RuleId("appeal".to_owned()),
        name: "coin in the tin".to_owned(),
        fit: Fit::BeginsSo(Unit::Paragraph, "Like this story?".to_owned()),
        scope: Scope::Everywhere,
        created: String::new(),
        note: String::new(),
        does: Does::default(),
        enabled: true,
    };
    let articles = vec![Article::of_text("harbour.txt", LEFT), Article::of_text("island.txt", RIGHT)];
    let own = Rulebook {
        file: "rules.toml".into(),
        shown: "~/.config/ibid/rules.toml".to_owned(),
        made: true,
        lines: vec![4],
        rules: RuleSet { rules: vec![rule] },
        ..Rulebook::default()
    };
    open((articles, Rulebooks { books: vec![own] }), size, keys)
}

/// Opens articles and presses keys.
pub fn open((articles, rules): (Vec<Article>, impl Into<Rulebooks>), size: (u16, u16), keys: &[&str]) -> App {
    let mut reader = Reader::of_articles((articles, rules), size);
    reader.press(&keys.join(" "));
    reader.app
}

/// Draws the program in the lettered theme.
pub fn drawn(app: &App) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(app.desk.view.size.width, app.desk.view.size.height)).unwrap();
    terminal.draw(|frame| draw(frame, app, &Theme::lettered())).unwrap();
    terminal.backend().buffer().clone()
}

/// Writes the characters of a buffer, and below them the letter of each cell's role.
pub fn layers(buffer: &Buffer) -> String {
    format!("{}\n{}", rows(buffer, |at| buffer.content[at].symbol().to_owned()), letters(buffer))
}

pub fn letters(buffer: &Buffer) -> String {
    rows(buffer, |at| match (buffer.content[at].fg, buffer.content[at].symbol()) {
        (Color::Indexed(role), symbol) if symbol != " " || role != Role::Text as u8 => {
            Role::ALL[usize::from(role)].1.to_string()
        }
        _ => " ".to_owned(),
    })
}

pub fn characters(buffer: &Buffer) -> String {
    rows(buffer, |at| buffer.content[at].symbol().to_owned())
}

fn rows(buffer: &Buffer, cell: impl Fn(usize) -> String) -> String {
    let width = usize::from(buffer.area.width);
    let row = |y: usize| (0..width).map(|x| cell(y * width + x)).collect::<String>().trim_end().to_owned() + "\n";
    (0..usize::from(buffer.area.height)).map(row).collect()
}
