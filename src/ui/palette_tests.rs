//! The classes and the cursor can be told apart in each theme, for each kind of sight, and all text is readable.

use ratatui::style::Style;

use super::overrides::Overrides;
use super::role::Role;
use super::sight_tests::{EYES, ciede2000, contrast, shown};
use super::theme::Theme;

/// The least difference between two colours that nothing else tells apart, in CIEDE2000; 1 is just visible side by side.
const APART: f64 = 10.0;
/// The same for words in the terminal's own colours, which are not ours to choose; the mark beside them shows the class too.
const APART_IN_SIXTEEN: f64 = 6.0;
/// The least difference between the tint and the background; it is a large area, and heavy lines lead to it.
const TINTED: f64 = 6.0;
/// The contrast that WCAG demands of text (level AA), and that of marks and secondary text.
const READABLE: f64 = 4.5;
const VISIBLE: f64 = 3.0;

/// Those that occur side by side, and differ in nothing but colour.
const MARKS: [Role; 5] = [Role::VerbatimMark, Role::EditedMark, Role::RewordedMark, Role::Moved, Role::Cursor];
const WORDS: [Role; 5] = [Role::Text, Role::Verbatim, Role::Edited, Role::Reworded, Role::Changed];
const NOW: [Role; 4] = [Role::VerbatimNow, Role::EditedNow, Role::RewordedNow, Role::ChangedNow];
const BESIDE: [Role; 7] =
    [Role::VerbatimMark, Role::EditedMark, Role::RewordedMark, Role::EchoMark, Role::Echo, Role::Hidden, Role::Quiet];

/// A theme on a terminal: its name, the theme, and the terminal's own text colours and backgrounds.
struct Seen {
    name: &'static str,
    theme: Theme,
    letters: u32,
    grounds: &'static [u32],
}

/// Backgrounds that terminals have: black, nearly black, and that of a well-known dark theme; white, and that of a well-known light theme.
const DARK: &[u32] = &[0x00_0000, 0x14_171c, 0x28_2a36];
const LIGHT: &[u32] = &[0xff_ffff, 0xfd_f6e3];

fn chosen() -> Vec<Seen> {
    let (dark, light) = ((0xc8_ccd2, DARK), (0x24_292f, LIGHT));
    let seen = |name, theme, (letters, grounds)| Seen { name, theme, letters, grounds };
    vec![
        seen("dark", Theme::dark(), dark),
        seen("dark of 256", Theme::dark().tabled(), dark),
        seen("light", Theme::light(), light),
        seen("light of 256", Theme::light().tabled(), light),
    ]
}

fn sixteen() -> Vec<Seen> {
    let seen = |name, letters, grounds| Seen { name, theme: Theme::ansi16(), letters, grounds };
    vec![seen("sixteen on black", 0xe5_e5e5, &[0]), seen("sixteen on white", 0, &[0xff_ffff])]
}

fn pairs(roles: &[Role]) -> impl Iterator<Item = (Role, Role)> {
    roles.iter().enumerate().flat_map(|(at, one)| roles[at + 1..].iter().map(|other| (*one, *other)))
}

/// Whether anything but colour tells two styles apart.
fn attributes_differ(one: Style, other: Style) -> bool {
    one.add_modifier != other.add_modifier
}

#[test]
fn colours_are_measured_as_the_standard_does() {
    // The first, a middle and the last pair of the data that Sharma, Wu and Dalal give.
    let table = [
        ([50.0, 2.6772, -79.7751], [50.0, 0.0, -82.7485], 2.0425),
        ([50.0, 2.5, 0.0], [61.0, -5.0, 29.0], 22.8977),
        ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
        ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ];
    for (one, other, expected) in table {
        assert!((ciede2000(one, other) - expected).abs() < 1e-4, "{one:?} {other:?}");
    }
    assert!((contrast(0, 0xff_ffff) - 21.0).abs() < 1e-9);
}

#[test]
fn classes_and_cursor_are_told_apart_by_every_eye() {
    let mut wrong = Vec::new();
    let looks = chosen().into_iter().map(|seen| (seen, APART));
    for (Seen { name, theme, letters, .. }, words) in
        looks.chain(sixteen().into_iter().map(|seen| (seen, APART_IN_SIXTEEN)))
    {
        let words = pairs(&WORDS).chain(pairs(&NOW)).map(|pair| (pair, words));
        for ((one, other), least) in pairs(&MARKS).map(|pair| (pair, APART)).chain(words) {
            let styles = [one, other].map(|role| theme.style(role));
            for eye in EYES {
                let [first, second] = styles.map(|style| shown(style.fg, letters));
                let apart = eye.difference(first, second);
                if apart < least && !attributes_differ(styles[0], styles[1]) {
                    wrong.push(format!("{name}, {eye:?}: {one:?} and {other:?} are only {apart:.1} apart"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn marks_are_told_apart_by_colour_alone_where_there_are_enough_colours() {
    let mut least = f64::MAX;
    for Seen { name, theme, letters, .. } in chosen() {
        for (one, other) in pairs(&MARKS) {
            let [first, second] = [one, other].map(|role| shown(theme.style(role).fg, letters));
            let apart = EYES.map(|eye| eye.difference(first, second)).into_iter().fold(f64::MAX, f64::min);
            assert!(apart >= APART, "{name}: {one:?} and {other:?} are only {apart:.1} apart");
            least = least.min(apart);
        }
    }
    // Kept low, so that an improvement of the themes is noticed and the limit can follow.
    assert!(least < APART + 1.0, "the nearest marks are {least:.1} apart");
}

#[test]
fn prose_can_be_read_on_every_ground() {
    let mut wrong = Vec::new();
    for Seen { name, theme, letters, grounds } in chosen() {
        for ground in grounds {
            let roles = WORDS.iter().chain(&NOW).map(|role| (*role, READABLE));
            for (role, least) in roles.chain([(Role::Moved, READABLE)]).chain(BESIDE.map(|role| (role, VISIBLE))) {
                let style = theme.style(role);
                let found = contrast(shown(style.fg, letters), shown(style.bg, *ground));
                if found < least {
                    wrong.push(format!("{name}: {role:?} on {ground:06x} has a contrast of {found:.2}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_link_one_stands_on_is_seen_by_every_eye() {
    for Seen { name, theme, grounds, .. } in chosen() {
        for (role, ground, eye) in NOW.iter().flat_map(|role| {
            grounds.iter().flat_map(move |ground| EYES.into_iter().map(move |eye| (role, *ground, eye)))
        }) {
            let apart = eye.difference(shown(theme.style(*role).bg, ground), ground);
            assert!(apart >= TINTED, "{name}, {eye:?}: {role:?} is only {apart:.1} from {ground:06x}");
        }
    }
    for theme in [Theme::ansi16(), Theme::plain()] {
        for (role, now) in [Role::Verbatim, Role::Edited, Role::Reworded, Role::Changed].into_iter().zip(NOW) {
            assert!(attributes_differ(theme.style(role), theme.style(now)), "{role:?} and {now:?}");
        }
    }
}

#[test]
fn hits_can_be_read_and_are_seen_by_every_eye() {
    for Seen { name, theme, letters, grounds } in chosen() {
        let [hit, now] = [Role::Hit, Role::HitNow].map(|role| theme.style(role));
        for style in [hit, now] {
            assert!(contrast(shown(style.fg, letters), shown(style.bg, 0)) >= READABLE, "{name}: {style:?}");
        }
        for eye in EYES {
            let tint = shown(theme.style(Role::VerbatimNow).bg, 0);
            let [hit, now] = [hit, now].map(|style| shown(style.bg, 0));
            let behind = grounds.iter().copied().chain([tint]);
            for apart in behind.flat_map(|ground| [hit, now].map(|one| eye.difference(one, ground))) {
                assert!(apart >= APART, "{name}, {eye:?}: only {apart:.1}");
            }
            assert!(eye.difference(hit, now) >= APART, "{name}, {eye:?}: {:.1}", eye.difference(hit, now));
        }
    }
    for theme in [Theme::ansi16(), Theme::plain()] {
        assert!(attributes_differ(theme.style(Role::Hit), theme.style(Role::HitNow)));
        assert!(attributes_differ(theme.style(Role::Hit), theme.style(Role::Changed)));
    }
}

#[test]
fn changed_words_leap_out_in_every_look() {
    let looks = chosen().into_iter().chain(sixteen()).map(|seen| seen.theme).chain([Theme::plain()]);
    for theme in looks {
        for (words, changed) in WORDS[..4]
            .iter()
            .map(|role| (role, Role::Changed))
            .chain(NOW[..3].iter().map(|role| (role, Role::ChangedNow)))
        {
            assert!(attributes_differ(theme.style(*words), theme.style(changed)), "{words:?} and {changed:?}");
        }
    }
}

#[test]
fn without_colours_attributes_tell_what_marks_do_not() {
    let plain = Theme::plain();
    for (role, _) in Role::ALL {
        let style = plain.style(role);
        assert_eq!((style.fg, style.bg, style.underline_color), (None, None, None), "{role:?}");
    }
    // Verbatim and edited words look alike: the mark in the gutter and the changed words tell them apart.
    for (one, other) in pairs(&[Role::Text, Role::Verbatim, Role::Reworded, Role::Changed, Role::Echo]) {
        assert!(attributes_differ(plain.style(one), plain.style(other)), "{one:?} and {other:?}");
    }
}

#[test]
fn the_high_contrast_theme_has_the_contrast_it_promises() {
    const ENHANCED: f64 = 7.0;
    let file = include_str!("../../assets/high-contrast.toml");
    let (overrides, misread) = Overrides::read(file);
    assert!(misread.is_empty(), "{misread:?}");
    for (theme, ground) in [(overrides.dark(), 0x00_0000), (overrides.light(), 0xff_ffff)] {
        for (role, _) in Role::ALL.into_iter().filter(|(role, _)| file.contains(&format!("\n{} =", role.name()))) {
            let style = theme.style(role);
            let letters = shown(style.fg, 0xff_ffff ^ ground);
            let found = contrast(letters, shown(style.bg, ground));
            assert!(style.fg.is_none() || found >= ENHANCED, "{} on {ground:06x}: {found:.2}", role.name());
        }
    }
}
