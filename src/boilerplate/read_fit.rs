//! Parses the `match` of a rule.

use super::fields::Fields;
use super::loose::LONGEST;
use super::misread::Misread;
use super::patterns::{ROOM, weighed};
use super::rule::{Ends, Fit, Unit};
use crate::text::{Span, tokens};

const KEYS: &[&str] = &["kind", "unit", "text", "to"];
const FORM: &str = "{ kind = \"exactly\", text = \"…\" }";
const KINDS: &str = "\"exactly\", \"loosely\", \"begins\", \"contains\", \"pattern\", \"to-end\" or \"span\"";
/// The most words of a phrase, which is searched for at every word (a limit).
const LONGEST_PHRASE: usize = 100;

/// Parses what a rule matches. `room` is the size left for the regular expressions of the file.
pub fn fit(rule: &Fields<'_>, room: &mut usize) -> Result<Fit, Misread> {
    let Some(item) = rule.table.get("match") else {
        return Err(rule.missing("match", &format!("what to hide, as match = {FORM}")));
    };
    let Some(table) = item.as_table_like() else {
        return Err(rule.wrong("match", item, FORM));
    };
    let fields = Fields { text: rule.text, table, place: rule.place_of("match") };
    fields.only(KEYS, "of `match`")?;
    let kind = fields.needed("kind", KINDS)?;
    let unit = unit(&fields)?;
    let text = fields.needed("text", "the words to hide, such as text = \"…\"")?;
    if text.trim().is_empty() {
        return Err(fields.misread("text", "an empty text hides nothing; expected the words to hide"));
    }
    only_where_they_mean_something(&fields, &kind)?;
    let to_unit = unit.unwrap_or(Unit::Paragraph);
    match kind.as_str() {
        "exactly" => Ok(Fit::Exactly(text)),
        "loosely" => short(&fields, &text, LONGEST).map(|()| Fit::Loosely(text)),
        "begins" => Ok(Fit::BeginsSo(to_unit, text)),
        "contains" => short(&fields, &text, LONGEST_PHRASE).map(|()| Fit::Contains(to_unit, text)),
        "pattern" => match weighed(&text) {
            Ok((_, size)) if size <= *room => {
                *room -= size;
                Ok(Fit::Pattern(unit.unwrap_or(Unit::Words), text))
            }
            Ok(_) => Err(fields.misread("text", &crowded())),
            Err(reason) => Err(fields.misread("text", &reason)),
        },
        "to-end" => Ok(Fit::ToEnd(to_unit, text)),
        "span" => {
            let to = fields.needed("to", "the first words of its last unit, such as to = \"…\"")?;
            if to.trim().is_empty() {
                return Err(fields.misread("to", "an empty end; expected its first words"));
            }
            Ok(Fit::Between(to_unit, Ends { from: text, to }))
        }
        other => Err(fields.unknown("kind", other, KINDS)),
    }
}

fn crowded() -> String {
    let most = ROOM >> 20;
    format!("the regular expressions up to here take more than {most} MB; expected fewer of them, or fewer repetitions")
}

fn only_where_they_mean_something(fields: &Fields<'_>, kind: &str) -> Result<(), Misread> {
    if matches!(kind, "exactly" | "loosely") && fields.table.contains_key("unit") {
        let reason = format!("`unit` does not apply to kind = \"{kind}\", only to \"begins\" and \"to-end\"");
        return Err(fields.misread_key("unit", &reason));
    }
    if kind != "span" && KINDS.contains(kind) && fields.table.contains_key("to") {
        let reason = format!("`to` does not apply to kind = \"{kind}\", only to \"span\"");
        return Err(fields.misread_key("to", &reason));
    }
    Ok(())
}

fn short(fields: &Fields<'_>, text: &str, most: usize) -> Result<(), Misread> {
    if tokens(text, Span::new(0, text.len())).len() <= most {
        return Ok(());
    }
    Err(fields.misread("text", &format!("a text of more than {most} words; expected a shorter one")))
}

fn unit(fields: &Fields<'_>) -> Result<Option<Unit>, Misread> {
    match fields.string("unit")? {
        None => Ok(None),
        Some("paragraph") => Ok(Some(Unit::Paragraph)),
        Some("sentence") => Ok(Some(Unit::Sentence)),
        Some("words") => Ok(Some(Unit::Words)),
        Some(other) => Err(fields.unknown("unit", other, "\"paragraph\", \"sentence\" or \"words\"")),
    }
}
