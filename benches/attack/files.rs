//! Files of the reader's: rules, settings, looks, notes, places, lines of JSON, as they are and broken.

use ibid::app::{NoteChange, NotesText, Step, configured, configured_sources, keymap_toml, set_places, set_text};
use ibid::article::Article;
use ibid::boilerplate::{Edit, RuleId, Rulebooks, RulesText, Sieve};
use ibid::report::Record;
use ibid::ui::Overrides;

use crate::made;
use crate::prng::Prng;

/// Reads, changes and applies rules: what is changed reads back, and no other rule is lost.
pub fn rules(prng: &mut Prng) {
    let said = made::text(prng);
    let mut file = RulesText::default();
    for at in 0..prng.below(6) {
        file.add(&made::rule(prng, &said, at));
    }
    let text = if prng.chance(60) { made::broken(prng, &file.text()) } else { file.text() };
    let Ok(mut file) = RulesText::parse(&text) else { return };
    assert_eq!(file.text(), text, "reading changes nothing");
    assert_eq!(file.lines().len(), file.rules().rules.len(), "each rule has a line");
    for _ in 0..3 {
        let before = file.rules().rules;
        let id = if before.is_empty() { RuleId("none".to_owned()) } else { prng.pick(&before).id.clone() };
        let step = match prng.below(6) {
            0 => Step::Delete(id.clone()),
            1 => Step::Edit(id.clone(), Edit::Enabled(prng.chance(50))),
            2 => Step::Edit(id.clone(), Edit::Name((*prng.pick(&made::HARD)).to_owned())),
            3 => Step::Edit(id.clone(), Edit::Fit(made::rule(prng, &said, 0).fit)),
            4 => Step::Move(id.clone(), prng.below(7) as isize - 3),
            _ => Step::Insert(Box::new(made::rule(prng, &said, 90)), prng.below(4)),
        };
        let (there, made) = (file.text(), step.on_text(&mut file));
        assert!(made || file.text() == there, "a step that is not made changes nothing: {step:?}");
        let kept = |rule: &_| file.rules().rules.contains(rule);
        let lost = before.iter().find(|rule| rule.id != id && !kept(rule));
        assert!(lost.is_none(), "{step:?} lost {lost:?} of {there:?}");
        let Ok(again) = RulesText::parse(&file.text()) else { break };
        assert_eq!(again.rules(), file.rules(), "{step:?} reads back from {there:?}");
    }
    let books: Rulebooks = file.rules().into();
    let article = Article::of_text("one", &said);
    let mask = Sieve::over(&books).mask(&article, &[]);
    for hidden in mask.hidden() {
        assert!(article.text.get(hidden.span.range()).is_some(), "{hidden:?}");
    }
}

/// Reads settings and looks, as they are by default and broken.
pub fn settings(prng: &mut Prng) {
    let text = match prng.below(3) {
        0 => include_str!("../../assets/config.toml").to_owned(),
        1 => keymap_toml().replace("# ", ""),
        _ => include_str!("../../assets/theme.toml").to_owned(),
    };
    let text = made::broken(prng, &text);
    for mistake in configured(&text).1.into_iter().chain(configured_sources(&text).1) {
        assert!(mistake.line >= 1 && mistake.column >= 1, "{mistake}");
    }
    let (overrides, mistakes) = Overrides::read(&text);
    let _ = (overrides.dark(), overrides.light(), overrides.sixteen());
    for mistake in mistakes {
        assert!(mistake.line >= 1, "{mistake}");
    }
}

/// Reads and writes notes, places and lines of JSON: what is written can be read.
pub fn state(prng: &mut Prng) {
    const NOTES: &str = "# mine\n[[note]]\ntext = \"ask\"\non = \"The ferry\"\nof = [\"a\", \"b\"]\nmade = 2031-04-15\nmarks = [\"0000000000000001\", \"ffffffffffffffff\"]\n";
    const PLACES: &str = "of = [\"/a\"]\nopen = [\"/a/x\", \"/a/y\"]\nfocus = \"left\"\n\n[[pair]]\narticles = [\"/a/x\", \"/a/y\"]\nplaces = [\n    { paragraph = 1, word = 2, row = 3, mark = \"00000000000000aa\" },\n    { paragraph = 1, word = 0, row = 3, mark = \"00000000000000ab\" },\n]\nlinked = true\n";
    const LINE: &str = "{\"id\":1,\"text\":\"The ferry \\u001b sat.\",\"meta\":{\"a\":[1,2,{\"b\":null}],\"x\":1e400},\"y\":\"\\ud83d\\ude00\"}";
    let text = made::broken(prng, NOTES);
    if let Ok(mut notes) = NotesText::parse(&text) {
        for note in notes.notes().all().iter().take(2) {
            let mut change = note.clone();
            change.text = (*prng.pick(&made::HARD)).to_owned();
            notes.change(&NoteChange { note: change, was: note.text.clone() });
            assert!(NotesText::parse(&notes.text()).is_ok(), "{}", notes.text());
        }
    }
    let places = set_places(&made::broken(prng, PLACES));
    assert_eq!(set_places(&set_text(&["/a\u{1b}".into()], &places)), places, "places read back");
    if let Ok(record) = Record::of(made::broken(prng, LINE).trim()) {
        let hard = *prng.pick(&made::HARD);
        let written = record.with("text", hard);
        let again = Record::of(&written).map_err(|error| format!("{error}: {written}"));
        let said = again.as_ref().map(|again| again.string("text"));
        assert!(
            matches!(&said, Ok(Ok(text)) if text.as_deref().is_none_or(|text| text == hard)),
            "{said:?} of {written}"
        );
    }
}
