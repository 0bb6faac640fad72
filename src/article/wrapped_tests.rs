//! Wrapped prose, at any width, beside what stays line by line.

use proptest::prelude::{ProptestConfig, prop, prop_assert_eq, prop_assume, proptest};

use unicode_width::UnicodeWidthStr;

use super::paragraphs::paragraphs;
use crate::text::one_line;

/// The paragraphs of a text, each as one line.
fn found(text: &str) -> Vec<String> {
    paragraphs(text).into_iter().map(|span| one_line(span.of(text))).collect()
}

/// Asserts that `drawn` without its bars has the paragraphs that the bars part.
#[track_caller]
fn check(drawn: &str) {
    let expected: Vec<String> = drawn.split('|').map(one_line).filter(|part| !part.is_empty()).collect();
    assert_eq!(found(&drawn.replace('|', "")), expected);
}

/// Asserts that each line of `text` is a paragraph, alone and beside prose that is wrapped to any width or to none.
#[track_caller]
fn check_line_by_line(text: &str) {
    let lines: Vec<String> = text.lines().map(one_line).filter(|line| !line.is_empty()).collect();
    assert_eq!(found(text), lines, "alone");
    let prose: Vec<String> = PROSE.iter().map(|paragraph| (*paragraph).to_owned()).collect();
    for width in [30, 60, 72, 80, 100, 140, 1000] {
        let around = wrapped(&PROSE, width);
        assert_eq!(found(&format!("{around}\n\n{text}")), [&prose[..], &lines].concat(), "after prose of {width}");
        assert_eq!(found(&format!("{text}\n\n{around}")), [&lines[..], &prose].concat(), "before prose of {width}");
    }
}

/// Wraps a text as a program does, the first line behind `first` and the others behind `others`.
fn wrap(text: &str, width: usize, (first, others): (&str, &str)) -> String {
    let (mut out, mut line) = (String::new(), first.to_owned());
    let mut blank = true;
    for word in text.split(' ') {
        if !blank && line.width() + 1 + word.width() > width {
            out.push_str(&line);
            out.push('\n');
            line = others.to_owned();
            blank = true;
        }
        line.push_str(if blank { "" } else { " " });
        line.push_str(word);
        blank = false;
    }
    out + &line
}

fn wrapped(paragraphs: &[&str], width: usize) -> String {
    let each: Vec<String> = paragraphs.iter().map(|paragraph| wrap(paragraph, width, ("", ""))).collect();
    each.join("\n\n")
}

const PROSE: [&str; 3] = [
    "The keeper of the old lock closed its gates on Tuesday morning, after a boat had scraped the sill and water had begun to run through a crack that was first seen in spring. He said that nobody had come to look at it since, and that the parts would take a month to make.",
    "Boats bound for the upper basin have to wait below the weir until then. The harbour office has asked the Crane Company of Dunning to send its largest engine, which arrives on Friday if the road over the moor is open; otherwise the gates will be lifted by hand, as they were in the year of the great flood, when all the village came to pull at the ropes and the baker gave away his bread.",
    "Nobody remembers the gates standing open for so long. Jo Marsh, who sells tickets for the ferry, says that she has never seen so many herons on the lower pool, and that visitors come to photograph them from the bridge.",
];

const ITEMS: [&str; 3] = [
    "the sill, which a boat has scraped and which lets the water through where it is cracked",
    "the paddle of the upper gate",
    "the rail on the side of the village, on which children sit in summer to watch the boats go by and which has come loose at both ends",
];

#[test]
fn prose_with_a_list_and_a_heading_has_the_same_paragraphs_at_any_width() {
    let expected: Vec<String> = std::iter::once("# The lock and the weir".to_owned())
        .chain(PROSE.iter().map(|text| (*text).to_owned()))
        .chain(ITEMS.iter().map(|text| format!("- {text}")))
        .chain(std::iter::once(format!("> {}", PROSE[2])))
        .collect();
    for width in 20..=400 {
        let items: Vec<String> = ITEMS.iter().map(|text| wrap(text, width, ("- ", "  "))).collect();
        let quote = wrap(PROSE[2], width, ("> ", "> "));
        let text =
            format!("# The lock and the weir\n\n{}\n\n{}\n\n{quote}\n", wrapped(&PROSE, width), items.join("\n"));
        assert_eq!(found(&text), expected, "at {width}");
        assert_eq!(found(&text.replace('\n', "\r\n")), expected, "at {width}");
    }
}

#[test]
fn scripts_without_capitals_are_wrapped_at_any_width() {
    let russian = "Смотритель старого шлюза закрыл ворота во вторник утром, после того как лодка задела порог и вода пошла через трещину, которую впервые заметили весной. Он сказал, что с тех пор никто не приходил её осмотреть и что части будут делать целый месяц.";
    let hindi = "पुराने जलद्वार के रखवाले ने मंगलवार की सुबह फाटक बंद कर दिए, क्योंकि एक नाव देहली से टकराई थी और पानी उस दरार से बहने लगा था जो वसंत में पहली बार दिखी थी। उसने कहा कि तब से कोई उसे देखने नहीं आया और पुर्ज़े बनने में एक महीना लगेगा।";
    let korean = "낡은 수문의 관리인은 화요일 아침 배가 문턱을 긁고 봄에 처음 보인 틈으로 물이 새기 시작하자 문을 닫았다. 그는 그때부터 아무도 보러 오지 않았고 부품을 만드는 데 한 달이 걸릴 것이라고 말했다.";
    for width in (30..=84).step_by(3) {
        assert_eq!(found(&wrapped(&[russian, hindi, korean], width)), [russian, hindi, korean], "at {width}");
    }
}

#[test]
fn scripts_without_spaces_are_wrapped_at_any_width() {
    let chinese = "河水在夜里涨了两米，守闸人敲响了钟，把沿岸的人家都叫了起来。没有人受伤，但是桥下的三条船被冲走了，其中一条第二天早上在下游的芦苇里找到。市政府说修理闸门要花一个月，而且所有的船都必须在坝下等候，直到新的零件从城里运来为止。";
    let letters: Vec<&str> = chinese.split_inclusive(|_| true).collect();
    let thai = "น้ำ ใน แม่น้ำ สูง ขึ้น สอง เมตร ใน ตอน กลางคืน คน เฝ้า ประตูน้ำ ตี ระฆัง ปลุก ทุก บ้าน ริม ฝั่ง ไม่ มี ใคร บาดเจ็บ แต่ เรือ สาม ลำ ใต้ สะพาน ถูก น้ำ พัด ไป ลำ หนึ่ง พบ ใน พง อ้อ ทาง ใต้ ใน เช้า วัน รุ่งขึ้น";
    let khmer = "ទឹក ទន្លេ ឡើង ពីរ ម៉ែត្រ នៅ ពេល យប់ អ្នក យាម ទ្វារ ទឹក បាន វាយ ជួង ដាស់ គ្រប់ ផ្ទះ តាម មាត់ ទន្លេ គ្មាន អ្នក ណា រង របួស ទេ ប៉ុន្តែ ទូក បី ដែល នៅ ក្រោម ស្ពាន ត្រូវ ទឹក នាំ ទៅ ហើយ ទូក មួយ គេ រក ឃើញ នៅ ព្រឹក ស្អែក ក្នុង ព្រៃ បបុស ខាង ក្រោម ភូមិ ។";
    let lao = "ນ້ຳ ໃນ ແມ່ນ້ຳ ສູງ ຂຶ້ນ ສອງ ແມັດ ໃນ ຕອນ ກາງຄືນ ຄົນ ເຝົ້າ ປະຕູນ້ຳ ຕີ ລະຄັງ ປຸກ ທຸກ ບ້ານ ຕາມ ຝັ່ງ ບໍ່ ມີ ໃຜ ບາດເຈັບ ແຕ່ ເຮືອ ສາມ ລຳ ໃຕ້ ຂົວ ຖືກ ນ້ຳ ພັດ ໄປ ລຳ ໜຶ່ງ ພົບ ໃນ ພົງ ຫຍ້າ ທາງ ໃຕ້ ໃນ ເຊົ້າ ວັນ ຕໍ່ ມາ ແລະ ຊາວ ບ້ານ ໄດ້ ຊ່ວຍ ກັນ ດຶງ ມັນ ຂຶ້ນ ຝັ່ງ";
    let filled = |parts: &[&str], width: usize| {
        let (mut text, mut line) = (String::new(), String::new());
        for part in parts {
            if line.width() + part.width() > width {
                text += &(std::mem::take(&mut line) + "\n");
            }
            line += part;
        }
        text + &line
    };
    for width in 22..=72 {
        assert_eq!(found(&filled(&letters, width)), [chinese], "at {width}");
    }
    let each = [thai, khmer, lao].map(|text| text.split(' ').collect::<Vec<_>>());
    let whole = each.each_ref().map(|parts| parts.concat());
    for width in [40, 44, 52, 56, 60] {
        let text = each.each_ref().map(|parts| filled(parts, width)).join("\n\n");
        assert_eq!(found(&text), whole, "at {width}");
    }
}

#[test]
fn verses_stay_line_by_line() {
    for verses in [
        "The keeper's lamp is burning low,\nThe tide has turned, the boats must go,\nAnd nobody who stood to see\nThe water leave has followed me.",
        "I keep the letter in a drawer\nwith string and stamps and coins\nfrom countries that have changed their names\nsince you and I were there.",
        "we walked along the wall until the lamp went out\nyou said the heron was a priest\ni said it was a broken umbrella\nand both of us were right about the rain",
        "Unter der Brücke\nliegt ein Kahn,\nden hat der Müller\nangebunden.\nMorgen früh\nfährt er davon.",
        "春の水\n堰を越えゆく\n舟ひとつ",
    ] {
        check_line_by_line(verses);
    }
}

#[test]
fn lists_addresses_and_tables_stay_line_by_line() {
    for lines in [
        "Harbour Office\n12 Weir Lane\nLower Dunning DN4 7QT\nUnited Kingdom",
        "Yours sincerely,\nJo Marsh\nChair of the Harbour Committee",
        "200 g flour\n2 eggs\na pinch of salt\nhalf a litre of milk\nbutter for the pan",
        "09:00 arrival and coffee\n09:30 opening by the mayor\n10:00 the state of the rivers\n12:30 lunch on the boat",
        "From: Jo Marsh <jo@example.org>\nTo: A. Reader <reader@example.org>\nSubject: Re: the bridge and the committee",
        "A: Did you see the boat that came in?\nB: I saw it, and I saw who was at the wheel.\nA: Then you know why nobody came.",
        "Ward       Yes   No\nNorthgate  1204  877\nHarbour    933   1020",
        "Ward | Yes | No\n--- | --- | ---\nNorthgate | 1204 | 877\nHarbour | 933 | 1020",
        "| Ward | Yes |\n|------|-----|\n| Harbour of the old town | 933 |",
        "https://example.org/one/two/three\nhttps://example.org/one/two/four\nhttps://example.org/one/two/five-and-six",
        "* mend the sill\n* paint the gate\n* write to the committee about the key",
        "1. Rinse the bottle.\n2. Fill it to the mark.\n3. Label it at once.",
        "a) the gate\nb) the sill\nc) the rail",
    ] {
        check_line_by_line(lines);
    }
}

#[test]
fn code_and_metadata_stay_line_by_line() {
    for lines in [
        "```text\nthe lamp is on and the wheel is free and\nthe lever stands forward\n```",
        "~~~\n# a heading that is none\nlever: back\n\n- no item\n~~~",
        "    def open(gate):\n        return gate + 1",
        "fn open(gate: Gate) -> Lock {\n    let lock = gate.lock();\n    lock.open()\n}",
        "$ boat --start\n$ boat --stop --slowly",
        "<!-- the keeper of this file\nis not the keeper of the lock -->",
    ] {
        check_line_by_line(lines);
    }
    let metadata = "---\ntitle: The lock\nauthor: Jo Marsh\ntags: [rivers, floods]\n---\n";
    let lines: Vec<String> = metadata.lines().map(str::to_owned).collect();
    let prose: Vec<String> = PROSE.iter().map(|paragraph| (*paragraph).to_owned()).collect();
    assert_eq!(found(&format!("{metadata}\n{}", wrapped(&PROSE, 66))), [lines, prose].concat());
}

#[test]
fn a_single_sentence_of_two_lines_is_whole_whatever_the_second_begins_with() {
    for second in
        ["1 May, its finance chief, Lena Orth, said on Monday.", "May, its finance chief said.", "Lesk, a clerk said."]
    {
        let first = "The harbour council will raise the fees by a sixth from";
        check(&format!("{first}\n{second}\n"));
        let long = "Nobody had seen the bell of the old chapel for a year, the keeper said, and nobody had asked where it was either.";
        check(&format!("{long}\n\n|{first}\n{second}\n\n|{long}\n"));
    }
    check("The clerk of the council went through the old books of the Harbour\nTrust on Monday.\n");
}

#[test]
fn a_headline_and_the_sentence_beneath_it_are_two() {
    check("Minister walks the Orva barrier by lantern as its gates close\n|The barrier closed on Tuesday.\n");
    check("Photo: The seventh gate closes in front of the ferry landing\n|On Tuesday the gates closed.\n");
}

#[test]
fn two_lines_are_joined_by_their_own_words_or_by_the_width_of_the_others() {
    check("The harbour office has two boats, and each of them is mended in the spring by\nthe keeper of the lock.");
    check(&format!(
        "{}\n\n|The oldest of the boats was built for a man of the name of\nMarsh, who never saw it.",
        wrapped(&PROSE, 60).replace("\n\n", "\n\n|")
    ));
    check("The lock is shut\n|It was closed on Tuesday. Boats must wait below the weir until the parts come.");
    check(
        "Never leave the boat while the lamp is lit, since the lever may slip from its\nplace.\n\n|```\n|lamp: on\n|wheel: free\n|lever: forward\n|engine: running\n|speed: 4\n|```\n\n|To start a boat, turn the key and wait until the lamp beside the wheel is lit,\nthen push the lever.",
    );
}

#[test]
fn a_letter_in_wrapped_prose_keeps_its_lines() {
    check(&format!(
        "{}\n\n|Dear Sir,\n|I write to you about the weir, which has been closed since the month of\nMay, and about which nobody has told us anything.\n|Yours,\n|A. Reader",
        wrapped(&PROSE, 72).replace("\n\n", "\n\n|")
    ));
}

#[test]
fn items_go_on_under_their_text_or_at_the_margin() {
    check(
        "Things to mend:\n|- the sill, which a boat has scraped and\n  which is cracked\n|- the paddle\n|  - of the upper gate, which nobody has\n    turned since May\n|- the rail",
    );
    check(
        "- The gate of the upper basin, which was built in the year of the flood and\nwhich has not been mended since.\n|- The rail, on which the children of the village sit in summer to watch the\nboats go by.",
    );
    check("[^1]: All figures are means of twelve samples, each of which was taken by\n    the keeper himself.");
}

#[test]
fn mail_is_joined_as_deep_as_it_is_quoted() {
    check(
        "On Tuesday the keeper wrote:\n\n|> > The gates are shut, and nobody has come to look at them since the\n> > spring, when the crack was first seen.\n|> I have written to the committee about it, and have been told that they\n> will meet in May.\n|>\n|> They met in March.\n\n|They have met twice since then, and nobody has told us a word of what they\nhave decided.",
    );
}

#[test]
fn headings_stand_alone() {
    check(
        "The lock\n|========\n|The keeper of the old lock closed its gates on Tuesday morning, after a\nboat had scraped the sill and water had begun to run through a crack.\n\n|## Boats\n|They have to wait below the weir until the parts have come, which may be\na month, as the keeper said.\n\n|What comes next\n|---------------\n\n|Nobody knows.",
    );
}

#[test]
fn a_line_that_its_author_broke_is_not_joined() {
    check(
        "The keeper of the old lock closed its gates on Tuesday morning, after\\\n|a boat had scraped the sill and water had begun to run.",
    );
    let spaced = "The keeper of the old lock closed its gates on Tuesday morning  \nand went home to write a letter.";
    assert_eq!(found(spaced).len(), 2);
}

#[test]
fn a_number_at_the_start_of_a_line_need_not_be_an_item() {
    check(
        "The keeper has asked the committee for two things, each of which it refused:\n(1) a key of his own, and (2) a lamp that burns until the morning comes, even\nwhen the wind is in the east and the tide is out.",
    );
    check("They met for the first time in the spring of 1998, in a room with a view of no\n12. Nobody knows why.");
}

#[test]
fn code_in_an_item_ends_with_it() {
    check(
        "- The wheel is held as follows, and nobody has found out why:\n|  ```rs\n|  let wheel = hold();\n|  ``` (see the log)\n|- The gate of the upper basin, which was built in the year of the flood and\n  which has not been mended since.\n\n|```\n|lamp: on\n|```",
    );
}

#[test]
fn a_ruler_at_the_head_of_a_text_is_no_metadata() {
    check(&format!("---\n\n|{}\n\n|---\n", wrapped(&PROSE, 66).replace("\n\n", "\n\n|")));
}

#[test]
fn what_nobody_closes_opens_no_code() {
    check(
        "```\n|The keeper of the old lock closed its gates on Tuesday morning, after a\nboat had scraped the sill and water had begun to run through a crack.",
    );
    check(
        "<!-- nobody closes this\n\n|The keeper of the old lock closed its gates on Tuesday morning, after a\nboat had scraped the sill and water had begun to run through a crack.",
    );
}

#[test]
fn hostile_texts_take_no_time() {
    for text in [
        "```a\n".repeat(100_000),
        (3..2000).rev().map(|len| "`".repeat(len) + "\n").collect(),
        "<!-- \n".repeat(100_000),
        "1. a\n".repeat(100_000),
        "word ".repeat(200_000),
        "a. ".repeat(100_000) + "\n" + &"B. ".repeat(100_000),
        "> ".repeat(100_000) + "\na",
        "`<".repeat(100_000) + "\n" + &"`<".repeat(100_000),
        "a | b\n---|---\n".repeat(50_000),
        "( [ ".repeat(100_000) + "\n) ]",
        "\t  \t".repeat(50_000) + "a\nb",
    ] {
        assert!(!paragraphs(&text).is_empty());
    }
}

fn words() -> impl proptest::strategy::Strategy<Value = Vec<&'static str>> {
    let known = vec![
        "the", "keeper", "of", "old", "lock", "closed", "gates", "on", "a", "boat", "had", "water", "through", "which",
        "was", "seen", "in", "spring", "nobody", "came", "to", "look", "at", "it", "and", "harbour", "upper", "basin",
        "with", "their", "village", "bridge", "moor", "is", "by", "hand", "morning", "great",
    ];
    prop::collection::vec(prop::sample::select(known), 6..24)
}

#[test]
fn a_line_that_was_made_longer_by_hand_leaves_its_paragraph_whole() {
    let drawn = wrapped(&PROSE, 60);
    let edited = drawn.replacen("to run through", "to run, slowly at first and then ever faster, through", 1);
    assert!(edited.lines().any(|line| line.width() > 75), "one line is wider now");
    let mut expected: Vec<String> = PROSE.iter().map(|paragraph| (*paragraph).to_owned()).collect();
    expected[0] = expected[0].replacen("to run through", "to run, slowly at first and then ever faster, through", 1);
    assert_eq!(found(&edited), expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn prose_of_any_words_has_the_same_paragraphs_at_any_width(
        paragraphs in prop::collection::vec(prop::collection::vec(words(), 3..7), 3..6),
        width in 30..=110_usize,
    ) {
        let sentence = |words: &Vec<&str>| {
            let text = words.join(" ");
            text[..1].to_uppercase() + &text[1..] + "."
        };
        let prose: Vec<String> = paragraphs
            .iter()
            .map(|sentences| sentences.iter().map(sentence).collect::<Vec<_>>().join(" "))
            .collect();
        let text: Vec<String> = prose.iter().map(|paragraph| wrap(paragraph, width, ("", ""))).collect();
        // Where each line ends a sentence nobody can tell: it may as well be a poem.
        let is_verse = |paragraph: &String| paragraph.contains('\n') && paragraph.lines().all(|line| line.ends_with('.'));
        prop_assume!(!text.iter().any(is_verse));
        prop_assert_eq!(found(&text.join("\n\n")), prose);
    }
}
