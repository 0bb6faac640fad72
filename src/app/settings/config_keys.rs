//! Keys in the configuration: reads the reader's keys, and writes those of the default file.

use toml_edit::{Item, Value};

use super::fields::Fields;
use crate::app::keys::Action;
use crate::app::keys::Code;
use crate::app::keys::Key;
use crate::app::keys::Keymap;
use crate::app::keys::Keys;
use crate::app::keys::Override;
use crate::app::keys::Phase;
use crate::app::keys::actions_in;
use crate::app::keys::help_of;

/// How keys are written.
const FORM: &str = "a key like \"x\", several like [\"x\", \"Ctrl-x\"], or none: []";

/// Reads the reader's keys, each with its place in the text.
pub(in crate::app) fn overrides(fields: &mut Fields<'_>) -> Vec<(Override, usize)> {
    let mut wanted = of_phase(fields, Phase::Reading);
    for phase in Phase::ALL.into_iter().filter(|phase| *phase != Phase::Reading) {
        let Some(item) = fields.table.get(phase.name()) else { continue };
        let Some(table) = item.as_table_like() else {
            fields.wrong(phase.name(), &format!("a table, as [keys.{}]", phase.name()));
            continue;
        };
        let mut inner = Fields { text: fields.text, table, misread: Vec::new() };
        wanted.extend(of_phase(&mut inner, phase));
        fields.misread.append(&mut inner.misread);
    }
    wanted
}

fn of_phase(fields: &mut Fields<'_>, phase: Phase) -> Vec<(Override, usize)> {
    let actions: Vec<Action> = actions_in(phase).collect();
    let phases = Phase::ALL.iter().filter(|it| phase == Phase::Reading && **it != Phase::Reading).map(|it| it.name());
    let known: Vec<&str> = actions.iter().map(|action| action.name()).chain(phases).collect();
    fields.only(&known, "action");
    let mut wanted = Vec::new();
    for action in actions {
        let Some(item) = fields.table.get(action.name()) else { continue };
        match keys(item).and_then(|keys| allowed(phase, action, keys)) {
            Ok(keys) => wanted.push((Override { phase, action, keys }, fields.place_of(action.name()))),
            Err(reason) => fields.misread_at(fields.place_of(action.name()), &format!("`{}`: {reason}", action.name())),
        }
    }
    wanted
}

fn keys(item: &Item) -> Result<Vec<Keys>, String> {
    if let Some(single) = item.as_str() {
        return Keys::spelled(single).map(|keys| vec![keys]);
    }
    let several = item.as_array().ok_or_else(|| format!("{}; expected {FORM}", item.type_name()))?;
    let spelled = |value: &Value| value.as_str().map_or_else(|| Err(format!("expected {FORM}")), Keys::spelled);
    several.iter().map(spelled).collect()
}

/// Refuses keys that would leave no way out, or that already mean something else.
fn allowed(phase: Phase, action: Action, keys: Vec<Keys>) -> Result<Vec<Keys>, String> {
    if action == Action::Choose {
        return Err("digits choose articles; they cannot be changed".to_owned());
    }
    if keys.is_empty() && matches!(action, Action::Quit | Action::Cancel) {
        return Err("this action needs at least one key".to_owned());
    }
    let types = |key: &Key| matches!(key, Key { code: Code::Char(_), ctrl: false });
    let counts = |key: &Key| matches!(key, Key { code: Code::Char('1'..='9'), ctrl: false });
    for keys in &keys {
        // The help of a list opens by a character, too, as long as nothing is typed.
        let helps = phase == Phase::Listing && action == Action::Help && keys.types();
        let typing = matches!(phase, Phase::Prompting | Phase::Listing) && !helps;
        if typing && (keys.0.len() > 1 || keys.0.iter().any(types)) {
            return Err(format!("`{keys}` types text; expected one key that does not, such as \"Ctrl-x\""));
        }
        if let Some(reason) = keys.0.iter().find_map(untypable) {
            return Err(reason);
        }
        if keys.0.first().is_some_and(counts) && matches!(phase, Phase::Reading | Phase::Marking) {
            return Err(format!("`{keys}` begins with a digit, and digits are counts"));
        }
    }
    for (at, long) in keys.iter().enumerate() {
        let shorter = |(other, short): &(usize, &Keys)| *other != at && long.0.starts_with(&short.0);
        if let Some((_, short)) = keys.iter().enumerate().find(shorter) {
            return Err(format!("`{long}` can never be typed, because `{short}` acts at once; keep one of them"));
        }
    }
    Ok(keys)
}

/// Says why a key can never be typed: terminals send only some keys with Ctrl, and some as others.
fn untypable(key: &Key) -> Option<String> {
    let sent_as = match key.code {
        _ if !key.ctrl => return None,
        // Some terminals send it as itself.
        Code::Char('a'..='l' | 'n'..='z' | '4'..='7' | ' ') => return None,
        Code::Char('m') => Some("Enter"),
        Code::Char('[') => Some("Esc"),
        Code::Char('?') | Code::Char('8') => Some("Backspace"),
        Code::Char('\\') => Some("Ctrl-4"),
        Code::Char(']') => Some("Ctrl-5"),
        Code::Char('^') => Some("Ctrl-6"),
        Code::Char('_' | '/') => Some("Ctrl-7"),
        Code::Char('@' | '2') => Some("Ctrl-Space"),
        Code::Char('3') => Some("Esc"),
        Code::Char(_) | Code::BackTab | Code::Tab => None,
        Code::Enter => Some("Enter"),
        Code::Esc => Some("Esc"),
        Code::Backspace => Some("Ctrl-h"),
        _ => return None,
    };
    let sent =
        sent_as.map_or_else(|| "terminals do not send it".to_owned(), |other| format!("terminals send it as {other}"));
    Some(format!("`{key}` can never be typed: {sent}"))
}

/// Writes the default keymap for the default file: each line a comment, ready to be changed.
pub fn keymap_toml() -> String {
    let keymap = Keymap::default();
    let mut text = String::new();
    for phase in Phase::ALL {
        match phase {
            Phase::Reading => text.push_str("[keys]\n"),
            phase => text.push_str(&format!("\n[keys.{}]\n", phase.name())),
        }
        let rows = keymap.rows().iter().filter(|row| row.binding.phase == phase);
        for row in rows.filter(|row| row.binding.action != Action::Choose) {
            let keys: Vec<String> = row.keys.iter().map(|keys| quoted(&keys.to_string())).collect();
            let help =
                if row.binding.help.is_empty() { String::new() } else { format!("  # {}", help_of(&keymap, row)) };
            text.push_str(&format!("# {} = [{}]{help}\n", row.name(), keys.join(", ")));
        }
    }
    text
}

/// Writes keys as a TOML string.
fn quoted(keys: &str) -> String {
    format!("\"{}\"", keys.replace('\\', "\\\\"))
}
