//! Tests of facts: what is found in a text, and in what two wordings of it differ.

use super::{ChangeKinds, FactFinder, Saying, at_odds, changed, quotations_of};
use crate::article::Article;
use crate::text::{Pair, Side, Span};

/// The kinds of a change that stands in braces, `{old|new}`, in the frame of a sentence or several.
pub(super) fn told(drawn: &str) -> String {
    kinds_of(drawn).telling().names()
}

/// The kinds as a set.
pub(super) fn kinds_of(drawn: &str) -> ChangeKinds {
    let (before, rest) = drawn.split_once('{').unwrap_or_else(|| panic!("{drawn}"));
    let (change, behind) = rest.split_once('}').unwrap_or_else(|| panic!("{drawn}"));
    let (old, new) = change.split_once('|').unwrap_or_else(|| panic!("{drawn}"));
    let texts = Pair::new(format!("{before}{old}{behind}"), format!("{before}{new}{behind}"));
    let articles = texts.as_ref().map(|text| Article::of_text("a", text));
    let spans =
        Pair::new(Span::new(before.len(), before.len() + old.len()), Span::new(before.len(), before.len() + new.len()));
    let finders = articles.as_ref().map(FactFinder::new);
    let facts = Pair::from_fn(|side: Side| {
        let article = &articles[side];
        let sentence = article.sentence_at(spans[side].start().min(article.text.len() - 1));
        finders[side].facts(article.sentences[sentence].tokens.clone())
    });
    changed(finders.as_ref(), facts.as_ref().map(Vec::as_slice), spans)
}

/// What is found in a text, each as it stands there.
fn found(text: &str) -> Vec<(String, &'static str)> {
    let article = Article::of_text("a", text);
    let facts = FactFinder::new(&article).facts(0..article.tokens.len());
    let told = facts.iter().filter_map(|fact| Some((fact.span.of(text).to_owned(), fact.kind()?.name())));
    told.collect()
}

fn value(text: &str) -> Option<(u128, &'static str)> {
    let article = Article::of_text("a", &format!("It is said that the sum of it was {text} in all of the town"));
    let facts = FactFinder::new(&article).facts(0..article.tokens.len());
    facts.iter().find_map(|fact| match fact.says {
        Saying::Figure(figure) => Some((figure.thousandths, figure.unit)),
        _ => None,
    })
}

#[test]
fn words_beside_a_quotation_are_not_of_it() {
    let article = Article::of_text("text", "“It was late,” Ms Marrin said.");
    let finder = FactFinder::new(&article);
    let place = |words: &str| {
        let at = article.text.find(words).expect("it is there");
        Span::new(at, at + words.len())
    };
    assert!(finder.is_quoted(place("late,”")) && finder.is_quoted(place("It")));
    assert!(!finder.is_quoted(place(",” Ms")) && !finder.is_quoted(place(",”")));
}

#[test]
fn numbers_are_read_however_they_are_written() {
    for (text, thousandths, unit) in [
        ("43", 43_000, ""),
        ("1,200", 1_200_000, ""),
        ("1,200.5", 1_200_500, ""),
        ("4.3 million", 4_300_000_000, ""),
        ("twenty-five", 25_000, ""),
        ("two hundred and fifty", 250_000, ""),
        ("three thousand two hundred", 3_200_000, ""),
        ("half a million", 500_000_000, ""),
        ("a million", 1_000_000_000, ""),
        ("5 per cent", 5_000, "%"),
        ("5%", 5_000, "%"),
        ("$5m", 5_000_000_000, "$"),
        ("£3 million", 3_000_000_000, "£"),
        ("3 million Canadian dollars", 3_000_000_000, "$"),
        ("12km", 12_000, "km"),
        ("34-year-old", 34_000, "s31557600"),
        ("five-year", 5_000, "s31557600"),
        ("3rd", 3_000, ""),
        ("two weeks", 2_000, "s604800"),
        ("a year and a half", 1_500, "s31557600"),
        ("two thirds", 666_666, "in"),
        ("two-thirds", 666_666, "in"),
        ("a third of it", 333_333, "in"),
        ("half of it", 500_000, "in"),
        ("10 to 15", 10_000, ""),
        ("2 to 3 million", 2_000_000_000, ""),
    ] {
        assert_eq!(value(text), Some((thousandths, unit)), "{text}");
    }
    assert_eq!(value("F16"), None);
}

#[test]
fn dates_and_names_are_found_where_they_stand() {
    let text = "On Monday, 3 May 2021, the harbour master told Ada Brand of the Ministry of Coasts that it was shut. \
                She said in 2005 that Halvern had 2000 houses. In the end it was open until 2:30 p.m. and may be so again.";
    let expected = [
        ("Monday, 3 May 2021", "date"),
        ("Ada Brand", "name"),
        ("Ministry of Coasts", "name"),
        ("2005", "date"),
        ("Halvern", "name"),
        ("2000", "number"),
        ("2:30 p.m", "date"),
        ("may", "certainty"),
    ];
    let found = found(text);
    let found: Vec<(&str, &str)> = found.iter().map(|(text, kind)| (text.as_str(), *kind)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_change_is_told_by_what_it_changes() {
    for (drawn, kind) in [
        ("The council said that it was {three|four} years since the fire in the harbour.", "number"),
        ("The council said that it was {three|3} years since the fire in the harbour.", "wording"),
        ("The council said that {43|34} million of the oysters had died.", "number"),
        ("The council said that it had lost {1.2 million|1,200,000} of the oysters.", "wording"),
        ("The harbour was shut on {Monday|Tuesday} by the council, it said.", "date"),
        ("The harbour was shut at {4.15|4.45} a.m. by the council, it said.", "date"),
        ("The harbour was shut at {4.15am|4.45am} by the council, it said.", "date"),
        ("The harbour was shut at {4.15 p.m.|4:15 p.m.} by the council, it said.", "wording"),
        ("The harbour was shut on {3 May|May 3} by the council, it said.", "wording"),
        ("The plan of the council was {|not }to be put to the vote.", "negation"),
        ("The plan of the council was {legal|illegal}, it said.", "negation"),
        ("The {harbour will|harbor will not} be shut on Monday, the council said.", "negation"),
        ("The plan was written by {Ada Brand|Ida Frost} for the council.", "name"),
        ("The plan was written by {Ada Brand|Brand} for the council.", "wording"),
        ("The plan was written for the council, and {Brand|she} said so.", "wording"),
        ("The master of the harbour {said|claimed} that it was open.", "certainty"),
        ("The bridge of the town {will|may} be shut in the winter.", "certainty"),
        ("The master said: “It was the {worst|longest} of all nights” to the council.", "quotation"),
        ("The {big|large} bridge of the town was shut by the council.", "wording"),
        ("It was not {only |just }the bridge of the town that was shut.", "wording"),
    ] {
        assert_eq!(told(drawn), kind, "{drawn}");
    }
}

#[test]
fn what_has_only_changed_its_place_is_no_change() {
    let texts = ["On Friday the council said that it was shut.", "The council said on Friday that it was shut."];
    let articles = Pair::new(Article::of_text("a", texts[0]), Article::of_text("b", texts[1]));
    let finders = articles.as_ref().map(FactFinder::new);
    let facts = Pair::from_fn(|side: Side| finders[side].facts(0..articles[side].tokens.len()));
    let spans = Pair::new(Span::new(0, 9), Span::new(0, 0));
    let kinds = changed(finders.as_ref(), facts.as_ref().map(Vec::as_slice), spans);
    assert_eq!(kinds.names(), "wording");
}

#[test]
fn reworded_passages_are_at_odds_only_where_both_say_something_else() {
    let kinds = |left: &str, right: &str| {
        let articles = Pair::new(Article::of_text("a", left), Article::of_text("b", right));
        let finders = articles.as_ref().map(FactFinder::new);
        let facts = Pair::from_fn(|side: Side| finders[side].facts(0..articles[side].tokens.len()));
        let spans = articles.as_ref().map(|article| Span::new(0, article.text.len()));
        at_odds(finders.as_ref(), facts.as_ref().map(Vec::as_slice), spans)
    };
    let odd = kinds("It was said that it had cost £12 million.", "The storm took £13 million from the town.");
    assert_eq!(odd.names(), "number");
    let odd =
        kinds("The flood left 12 boats on the wall of the port.", "It was said that 13 boats were lost in the town.");
    assert_eq!(odd.names(), "number");
    let people = kinds("The flood took 12 people from the port.", "It was said that 13 people were lost in the town.");
    assert_eq!(people, ChangeKinds::NONE);
    let two =
        kinds("The flood left 12 boats on the wall.", "It was said that 13 boats and 4 nets were lost in the town.");
    assert_eq!(two, ChangeKinds::NONE);
    let less = kinds("It was said that 12 of the boats had sunk.", "The storm took 13 of the men, it was said.");
    assert_eq!(less, ChangeKinds::NONE);
}

#[test]
fn a_quotation_has_the_speaker_who_stands_beside_the_word_of_saying() {
    let text = "“The gates of the harbour are shut,” Brand said to the men of the town. The council met.\n\n\
                The town asked Frost why. “It is for the good of the ships,” she said. \n\n\
                In the town hall it was told that “nobody has seen the ferry since then”.";
    let article = Article::of_text("a", text);
    let found = super::quotations_of(&FactFinder::new(&article));
    let told: Vec<Option<&str>> = found.iter().map(|it| it.speaker.map(|span| span.of(text))).collect();
    assert_eq!(told, [Some("Brand"), Some("she"), None]);
}

#[test]
fn which_one_of_a_row_differs_where_another_stands_in_its_place() {
    for (drawn, kinds) in [
        ("It was the {second|third} fire on the quay since the spring, the harbour office said.", "number"),
        ("It was the {3rd|third} fire on the quay since the spring, the harbour office said.", "wording"),
        ("It was the {fourth|4th} fire on the quay since the spring, the harbour office said.", "wording"),
        ("He waited a {second|moment} before he rang the bell of the harbour office.", "wording"),
        ("Es war der {zweite|dritte} Brand am Kai, und das ist mehr als in den Jahren davor.", "number"),
    ] {
        assert_eq!(told(drawn), kinds, "{drawn}");
    }
}

#[test]
fn an_opposite_figure_is_another_number() {
    for (drawn, kinds) in [
        ("Temperatures fell to {minus 14C|14C} during the night in the streets of the town.", "number"),
        ("Temperatures fell to {minus |}14C during the night in the streets of the town.", "number"),
        ("Temperatures fell to {-|}14C during the night in the streets of the town.", "number"),
        ("Temperatures fell to {−|}14 degrees during the night in the streets of the town.", "number"),
        ("Temperatures fell to {−|minus }14 degrees during the night in the streets of the town.", "wording"),
        ("Temperatures fell to {minus 14 degrees|-14C} during the night in the streets of the town.", "wording"),
        ("Temperatures fell to {14|15}C during the night in the streets of the town.", "number"),
        ("The account of the harbour stood at {−|}€500 at the end of the year, the board said.", "number"),
        ("The growth of the harbour was {minus |}3 per cent in that year, the board said.", "number"),
        ("{More|Fewer} than 300 people came to the hall of the harbour, the board said.", "number"),
        ("The board said that {more|fewer} than 300 people came to the hall of the harbour.", "number"),
        ("The board said that {at least|at most} 300 people came to the hall of the harbour.", "number, certainty"),
        ("The board said that at least {300|400} people came to the hall of the harbour.", "number"),
        ("The board said that {more than |}300 people came to the hall of the harbour.", "wording"),
        ("{Less|More} than half of the people came to the hall of the harbour, the board said.", "number"),
        ("{Less|More} than half the people came to the hall of the harbour, the board said.", "number"),
        ("The price of the oysters has {doubled|tripled} since the end of the war, the board said.", "number"),
        ("The price of the oysters has {doubled|risen} since the end of the war, the board said.", "wording"),
        ("The men of the harbour {more|less} than once told the board so.", "number"),
        ("They walked {over|under} a bridge of the town, the board said.", "wording"),
        ("The harbour of the town beat that of the island {3-1|1-3} on the day of the fair.", "number"),
        ("Temperaturen von {minus |}14 Grad sind in der Nacht nicht selten, sagte der Wirt.", "number"),
        ("Los hombres {–14 de ellos–|(14 de ellos)} que estaban en la casa no dijeron nada.", "wording"),
    ] {
        assert_eq!(told(drawn), kinds, "{drawn}");
    }
}

#[test]
fn a_decade_is_a_date() {
    for (drawn, kinds) in [
        ("The bridge of the town was built in the {1980s|1990s} by the board of the harbour.", "date"),
        ("The bridge of the town was built in {the 1980s|1984} by the board of the harbour.", "wording"),
        ("The bridge of the town was built in {the 1980s|1994} by the board of the harbour.", "date"),
    ] {
        assert_eq!(told(drawn), kinds, "{drawn}");
    }
}

#[test]
fn shares_and_months_in_figures_are_read_as_what_they_are() {
    for (drawn, kinds) in [
        ("There is a {one-in-three|1 in 3} chance that the ferry will not sail, the office said.", "wording"),
        ("There is a {one-in-three|2 in 3} chance that the ferry will not sail, the office said.", "number"),
        ("The report of {2031-05|May 2031} was put on the table of the harbour office.", "wording"),
        ("The report of {2031-05|2031-06} was put on the table of the harbour office.", "date"),
    ] {
        assert_eq!(told(drawn), kinds, "{drawn}");
    }
}

#[test]
fn what_stands_for_a_name_or_says_who_speaks_is_no_other_name() {
    for (drawn, kinds) in [
        ("In the port {Brannoch|the mayor} was known to all who had a boat.", "wording"),
        ("The ferry was in the port, {said Marla Brannoch|as it was told} on the quay.", "wording"),
        ("In the port {Brannoch|Tolle} was known to all who had a boat.", "name"),
        ("The boats were in the port of {Lower Tolle|a small town} on the coast.", "wording"),
        ("The boats were in the port of {Lower Tolle|the old Vessby} on the coast.", "name"),
        ("2. {Sign|Read} the plan of the port, and go to the office.", "wording"),
        ("(a) {Pay|Send} the men of the town for the plan.", "wording"),
        ("They had to wait... {Then|Now} the boat of the mayor was seen.", "wording"),
        ("2. {Ada Brannoch|Ida Tolle} was in the port with the men of the town.", "name"),
        ("The plan of the port was told to {Lanternist|Lanternits} and to the men of the town.", "wording"),
        ("The plan of the port was told to {Lanternist|tower.Lanternist} and to the men of the town.", "wording"),
        (
            "The men {of Lower Tolle were told of it and|who had been with Brannoch in the boat} had seen the light.",
            "wording",
        ),
        ("The list of the port was made with {Lampar|Vessby} in the office of the town.", "name"),
    ] {
        assert_eq!(told(drawn), kinds, "{drawn}");
    }
}

#[test]
fn what_one_side_alone_tells_denies_nothing_of_the_other() {
    for (drawn, kinds) in [
        ("The ferry sailed{, and the crew did not know of the fog on the water|}, the office said.", "wording"),
        ("The ferry did {not |}sail in the fog, the office of the port said.", "negation"),
        ("It is neither {safe nor dry|a place for boats} in the old part of the port.", "wording"),
    ] {
        assert_eq!(told(drawn), kinds, "{drawn}");
    }
}

#[test]
fn marks_are_no_other_words_of_a_quotation() {
    let drawn = |change: &str| {
        format!("He said \u{201c}the nets {change} the ropes of the old boats are wet\u{201d} on the quay.")
    };
    assert_eq!(told(&drawn("{&|and}")), "wording");
    assert_eq!(told(&drawn("{and|or}")), "quotation");
}

#[test]
fn who_is_spoken_to_spoken_for_or_spoken_of_is_not_who_speaks() {
    let told = |text: &str| {
        let article = Article::of_text("a", text);
        let found = super::quotations_of(&FactFinder::new(&article));
        found.first().and_then(|it| it.speaker).map(|span| span.of(text).to_owned())
    };
    let quote = "\u{201c}The nets are wet and the boats are dry in the old port,\u{201d}";
    for (around, speaker) in [
        ("Q said Tolle press secretary Marla Brandt.", Some("Marla Brandt")),
        ("Q he told Harbour News.", Some("he")),
        ("Q a man for Brandt told the paper.", None),
        ("Brandt of the port told Lesk and said she gets it. Q was on the wall.", None),
        ("They must be called together as Q in the book of the port.", None),
        ("Q said Mr. Brandt of the port.", Some("Brandt")),
        ("Q said Rep. Brandt of the port.", Some("Brandt")),
        ("Marla Brandt, who has sailed for forty years, said Q in the port.", Some("Marla Brandt")),
        ("Marla Brandt, D-Lesk., said Q in the port.", Some("Marla Brandt")),
        ("Q Marla Brandt (D-Lesk.) told the paper.", Some("Marla Brandt")),
        ("Q he tweeted.", Some("he")),
        ("Q the captain, Marla Brandt, told the men on the quay.", Some("Marla Brandt")),
        ("She argued that the Tolle vote gave Q to the men.", Some("She")),
        ("What was said on Harbour News was Q to the men.", None),
        ("Q Brandt said at an HNBC evening in the port.", Some("Brandt")),
    ] {
        assert_eq!(told(&around.replace('Q', quote)).as_deref(), speaker, "{around}");
    }
}

#[test]
fn a_speaker_is_named_in_many_ways_and_never_by_who_only_passes_it_on() {
    for (around, speaker) in [
        ("Q Brandt was quoted as saying in the town of Lesk.", Some("Brandt")),
        ("Ada Brandt was quoted by the Halvern Herald as saying: Q", Some("Ada Brandt")),
        ("The paper quoted Ada Brandt as saying that Q in the town.", Some("Ada Brandt")),
        ("According to Brandt, Q", Some("Brandt")),
        ("In the words of Ada Brandt, Q", Some("Ada Brandt")),
        ("Q according to Ada Brandt.", Some("Ada Brandt")),
        ("She asserted that it was Q according to the Herald.", Some("She")),
        ("Q Ada Brandt, a spokeswoman of the board, told the agency.", Some("Ada Brandt")),
        ("Q Brandt tweeted on the day of the feast.", Some("Brandt")),
        ("Q said harbour master Ada Brandt.", Some("Ada Brandt")),
        ("Q said the head of the union, Ada Brandt.", Some("Ada Brandt")),
        ("The Minister for Coasts and Waterways, Ilse Marrin, said: Q", Some("Ilse Marrin")),
        ("Ilse Marrin, the Minister for Coasts and Waterways, said: Q", Some("Ilse Marrin")),
        ("Q said Foreign Secretary Ada Brandt.", Some("Ada Brandt")),
        ("Brandt defended the plan of the board, saying Q", Some("Brandt")),
        ("Brandt's deputy defended the plan of the board, saying Q", None),
        ("The board met Brandt in the town, adding Q", None),
        ("Lesk harbour office spokesman Olaf Frost went to the town, saying Q", Some("Olaf Frost")),
        ("Brandt met mayor Frost in the town, saying Q", Some("Brandt")),
        ("Brandt saw the mayor of the town, saying Q", Some("Brandt")),
        ("Q Brandt later said in the town of Lesk.", Some("Brandt")),
        ("They vowed Brandt would Q in the town of Lesk.", Some("They")),
        ("It was the wish of Brandt, who also said Q", Some("Brandt")),
        ("Harbour master Ada Brandt called on Q in the town.", Some("Ada Brandt")),
        ("The Herald also called on the board of Lesk to Q in the town.", Some("Herald")),
        ("Ada Brandt urged Frost to Q in the town.", Some("Ada Brandt")),
        ("The gate is called Brandt and Q in the town.", None),
        ("Q a spokesman said. The board met Ada Brandt in the town.", None),
    ] {
        let quote = "“we shut the gates of the harbour at night,”";
        let text = format!(
            "It is the talk of the town of Lesk and of Ada Brandt. The Herald has it too.\n\n{}",
            around.replace('Q', quote)
        );
        assert_eq!(first_speaker(&text).as_deref(), speaker, "{around}");
    }
}

#[test]
fn an_adjective_of_a_country_is_nobody_who_speaks() {
    let quote = "“we shut the gates of the harbour at night.”";
    for (who, speaker) in [
        ("Chinese foreign ministry spokesman Olaf Frost went to the town", Some("Olaf Frost")),
        ("Chinese officials went to the town", None),
        ("Brandt went to the town", Some("Brandt")),
    ] {
        let text = format!("The town asked the Chinese sailors of the port, and Brandt too.\n\n{who}, saying {quote}");
        assert_eq!(first_speaker(&text).as_deref(), speaker, "{who}");
    }
}

#[test]
fn who_shares_a_name_with_another_is_told_by_the_whole_name() {
    let quote = "“We shut the gates of the harbour at night,”";
    let two = "The board met the harbour master Ada Brandt and her brother Olaf Brandt in the town.";
    assert_eq!(first_speaker(&format!("{two}\n\n{quote} Brandt said.")).as_deref(), Some("Olaf Brandt"));
    let last = format!("{two}\n\nThe town waited for Ada Brandt. {quote} Brandt said.");
    assert_eq!(first_speaker(&last).as_deref(), Some("Ada Brandt"));
    let one = "The board met the harbour master Ada Brandt and her brother Olaf Frost in the town.";
    assert_eq!(first_speaker(&format!("{one}\n\n{quote} Brandt said.")).as_deref(), Some("Brandt"));
}

/// Who speaks the first quotation of a text.
fn first_speaker(text: &str) -> Option<String> {
    let article = Article::of_text("a", text);
    let found = quotations_of(&FactFinder::new(&article));
    found.first()?.speaker.map(|span| span.of(text).to_owned())
}

#[test]
fn a_german_name_at_the_head_of_a_sentence_is_who_speaks() {
    let quote = "„Wir schließen die Schleuse in der Nacht“";
    let mut wrong = Vec::new();
    for (around, speaker) in [
        ("Ada Lindt, die Direktorin, sagte: Q.", Some("Ada Lindt")),
        ("Ada Lindt sagte: Q.", Some("Ada Lindt")),
        ("Ada Lindt, 54, erklärte am Montag: Q.", Some("Ada Lindt")),
        ("Bürgermeister Lindt sagte: Q.", Some("Lindt")),
        ("Ada Lindt (Grüne) sagte der Zeitung: Q.", Some("Ada Lindt")),
        ("Vor Zuhörern sagte Brandt: Q.", Some("Brandt")),
        ("Vor Zuhörern sagte sie: Q.", Some("sie")),
        ("Viele Leute sagten: Q.", None),
        ("Am Montag sagte die Direktorin: Q.", None),
        ("Kurz Danach sagte ein Mann: Q.", None),
        ("Junge Leute sagen dazu: Q.", None),
        ("Q, so Bürgermeisterin Ada Lindt.", Some("Ada Lindt")),
        ("Q, laut Bürgermeisterin Ada Lindt.", Some("Ada Lindt")),
        ("Q, laut der Bürgermeisterin Ada Lindt.", Some("Ada Lindt")),
        ("Laut Bürgermeisterin Ada Lindt Q.", Some("Ada Lindt")),
        ("Laut Hafenmeister Jens Holt Q.", Some("Jens Holt")),
        ("Q, laut Hafenmeister Jens Holt.", Some("Jens Holt")),
        ("Laut Hafenmeister Jens Holt ist Q.", Some("Jens Holt")),
        ("Es ist laut Jens Holt und Ada Lindt Q.", None),
        ("Q, nach Angaben von Direktorin Ada Lindt.", Some("Ada Lindt")),
        ("Q, sagte Hafenmeister Jens Holt.", Some("Jens Holt")),
        ("Q, kritisierte Bürgermeisterin Ada Lindt.", Some("Ada Lindt")),
        ("Q, schrieb Ada Lindt.", Some("Ada Lindt")),
        ("Q, räumte Ada Lindt ein.", Some("Ada Lindt")),
        ("Q, warnte Polizeisprecherin Ada Lindt am Abend.", Some("Ada Lindt")),
        ("Q, laut der Tochter von Ada Lindt.", None),
        ("Q, laut der Zeitung.", None),
        ("Q, laut Polizei.", None),
        ("Q, laut einer Mitteilung der Stadt.", None),
        ("Q, laut Gesetz und laut Ada Lindts Bericht.", None),
    ] {
        let text = format!(
            "Es ist das Gespräch der Stadt und der Leute an der Schleuse, die nicht mehr auf den Fluss dürfen.\n\n{}",
            around.replace('Q', quote)
        );
        let told = first_speaker(&text);
        if told.as_deref() != speaker {
            wrong.push((around, told));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn who_promises_or_assures_speaks_in_other_languages_too() {
    for (said, speaker) in [
        (
            "El puerto cerró el lunes por la tormenta y los barcos no salieron.\n\n“Abriremos el muelle antes del viernes”, prometió la alcaldesa Ada Brandt.",
            "Ada Brandt",
        ),
        (
            "El puerto cerró el lunes por la tormenta y los barcos no salieron.\n\n“No hay peligro para la gente de la costa”, aseguró Pedro Salas.",
            "Pedro Salas",
        ),
        (
            "Le port a fermé lundi à cause de la tempête et les bateaux sont restés à quai.\n\n« Nous rouvrirons le quai avant vendredi », a promis la maire Ada Brandt.",
            "Ada Brandt",
        ),
        (
            "O porto fechou na segunda por causa da tempestade e os barcos não saíram.\n\n“Vamos abrir o cais antes de sexta”, garantiu Rui Salas.",
            "Rui Salas",
        ),
    ] {
        assert_eq!(first_speaker(said).as_deref(), Some(speaker), "{said}");
    }
}

#[test]
fn a_negation_denies_only_what_the_other_side_tells_too() {
    for (drawn, kinds) in [
        ("The gate of the lock was opened with a hook{, never explained|}, it is said in the town.", "wording"),
        ("The boats were moved to the port {without asking |}and tied to the wall, the office said.", "wording"),
        ("In the old tower of the port there is no {clock, no |}bell and no light, the office said.", "wording"),
        ("It is told of a row of boats{ or no boat|} in the port of the town.", "wording"),
        ("The boats were moved {without a word of|from the oldest} part of the port in the night.", "wording"),
        ("The boats were moved by steps{, not by places| rather than by places}, the office said.", "wording"),
        ("It is to be told to us if the net was {mended or not|mended by the men} in the port.", "wording"),
        ("It is told that the list is in use {with all|no_boats} in the port of the town.", "wording"),
        ("It is told that the key of the box is {None|False} in all of the lists.", "wording"),
        // Of another thing, or of more than the change.
        ("Of the boats in the port {those with a red light are|those with a sail are not} to be moved.", "wording"),
        ("The gate of the lock {is only going to|will not} open more than once in a day.", "wording"),
        ("The gate of the lock {woudl't|wouldn't} open in the night, the office of the town said.", "wording"),
        ("The parity of the line was set to {even|none} by the office of the town.", "wording"),
        ("The men of the town {will|might or might not} open the gate in the night, it is said.", "wording"),
        ("It is told that if {no list is given to the men of the town|the list is} in the office.", "wording"),
        ("It is told that if {the|no} list is given to the men of the town, they are shown the door.", "negation"),
        ("The men are told {|not }to open the gate of the lock on the old side.", "negation"),
        ("The office said that {an unsafe|a safe} gate was found in the lock.", "wording"),
        ("The gate of the lock is {unsafe|safe}, the office of the town said.", "negation"),
        ("The men of the town {didn't see|saw} the light of the tower in the night.", "negation"),
        ("The men {that don't|which} have a boat are told of it by the office of the town.", "negation"),
        ("Le conseil {a|n'a pas} pris le plan qui est pour la ville et pour le port.", "negation"),
        ("The boats of the port {did not agree to|agreed to} the plan, the office of the town said.", "negation"),
        ("The boats of the port {doesn't|doesnt} sail in the fog, the office of the town said.", "wording"),
        ("The boats of the port were sold {with|without} the nets, the office of the town said.", "negation"),
        ("The port will {not yet be|be} shut in the winter, the office of the town said.", "negation"),
    ] {
        assert_eq!(told(drawn), kinds, "{drawn}");
    }
}

#[test]
fn what_stands_in_the_address_of_a_page_is_no_fact() {
    let drawn = "The plan of the harbour is shown at {https://example.org/3/Lunn|https://example.org/4/Tolle} to all.";
    assert_eq!(told(drawn), "wording");
    assert_eq!(told("The plan of the harbour has {3|4} parts, and www.example.org shows it to all."), "number");
}

#[test]
fn a_word_that_says_no_where_the_other_side_says_yes_denies_it() {
    for (drawn, kinds) in [
        ("The men of the town {agreed|refused} to sail in the fog, the office said.", "negation"),
        ("The office of the port {admitted|denied} that it was told of the crack.", "negation, certainty"),
        ("The men of the town {managed|failed} to put out the fire in the port.", "negation"),
        ("The union of the port has {|not }ruled out a strike in the winter.", "negation"),
        ("The men of the town {agreed|decided} to sail in the fog, the office said.", "wording"),
        // Of another thing.
        ("The men of the town {agreed to sail|refused to pay} in the fog, the office said.", "wording"),
        ("The office {did not deny|admitted} that it was told of the crack in the wall.", "certainty"),
        ("The office {could not but laugh|laughed} at the men who were told of the crack in the wall.", "certainty"),
        ("The court has {yet to rule|not yet ruled} on the crack in the wall of the port.", "wording"),
        ("The list of the men is put in order by the office, {without |}keeping the order of the town.", "negation"),
        ("{Without|With} the help of the men, the wheel of the port is still in the water.", "wording"),
        ("Les hommes de la ville {n'ont pas trouvé d'armes|ont trouvé des armes} dans le port.", "negation"),
        ("Die Fahrer der Stadt haben es {zugesagt|abgelehnt}, am Kai für die Stadt zu arbeiten.", "negation"),
        ("Los hombres de la ciudad {aceptaron|se negaron a} salir con la niebla por el puerto.", "negation"),
        ("Les hommes de la ville ont {accepté|refusé} de sortir dans le brouillard du port.", "negation"),
        ("Водители в городе {согласились|отказались} работать в порту и на реке.", "negation"),
    ] {
        assert_eq!(told(drawn), kinds, "{drawn}");
    }
}

#[test]
fn a_negation_is_told_where_words_have_other_endings_or_none_of_them_stand_apart() {
    for (drawn, kinds) in [
        ("Bei dem Brand in der Stadt gab es {keine Verletzten|mehrere Verletzte}, und das ist alles.", "negation"),
        ("L'école de la ville {avait une|n'avait aucune} autorisation pour les bateaux du port.", "negation"),
        ("L'incendie {n'a laissé que|a laissé} des cendres dans la chapelle du port.", "wording"),
        ("管理员说，这座桥{会|不会}在春天重新开放，他们也是这么想的。", "negation"),
        ("管理员说，这座桥{不仅|}是最大的，也是最长的。", "wording"),
        ("湖の水は{飲める|飲めない}と保健所が述べた。これは町の人のためである。", "negation"),
        ("湖の水は{飲める|飲めるだけでなく、甘い}と保健所が述べた。これは町の人のためである。", "wording"),
        ("مياه البحيرة {|غير }صالحة للشرب في المدينة، كما قال المكتب في هذا اليوم.", "negation"),
    ] {
        assert_eq!(told(drawn), kinds, "{drawn}");
    }
}

#[test]
fn a_date_in_numbers_is_the_one_in_words() {
    for (drawn, kinds) in [
        ("El puente fue abierto el {3 de mayo de 1934|3/5/1934} por el rey de la ciudad.", "wording"),
        ("El puente fue abierto el {3 de mayo de 1934|4/5/1934} por el rey de la ciudad.", "date"),
        ("De brug werd op {3 mei 1934|3-5-1934} door de koning van het land geopend.", "wording"),
        ("The bridge was opened on {14 March 2026|14/3/2026} by the king of the land.", "wording"),
        ("The bridge was opened on {March 14, 2026|3/14/2026} by the king of the land.", "wording"),
        ("这座桥于{1934|1943}年5月3日由国王开放，他们说是的。", "date"),
        ("法院将在星期{四|五}对他们作出判决，这是他们说的。", "date"),
    ] {
        assert_eq!(told(drawn), kinds, "{drawn}");
    }
}

#[test]
fn a_name_that_only_stands_near_a_quotation_did_not_speak_it() {
    let quote = "“we shut the gates of the harbour at night,”";
    let asked = "“Do we shut the gates of the harbour at night?”";
    let mut wrong = Vec::new();
    for (around, speaker) in [
        // A clause that begins with a name and goes on with the quotation.
        ("The letter said Brandt Q and went on.", None),
        ("Olaf Frost wrote a letter that claimed Brandt Q in the town.", None),
        ("Frost said Brandt Q in the town.", Some("Frost")),
        ("Added Brandt Q", Some("Brandt")),
        // Words of saying that are a name's.
        ("Frost spoke of Q in the middle of the United States.", None),
        ("Q Ada Brandt, the United States consul for the southern coast, said.", Some("Ada Brandt")),
        // Who speaks for somebody.
        ("A spokesman for Mr. Frost, Ada Brandt, said on the day of the feast that it is Q", Some("Ada Brandt")),
        ("Q a lawyer for the Herald said.", None),
        ("Q a man from the mayor of Lesk said.", None),
        ("Q a letter from the Herald said.", Some("Herald")),
        ("Q the letter from the Lesk Mayor's Office said.", Some("Lesk Mayor's Office")),
        // Somebody whose office alone is told.
        ("Q said the Tolle leader of the council, Ada Brandt.", Some("Ada Brandt")),
        ("Q said the Tolle leader of the council.", None),
        ("Q the Tolle speaker continued, and the men of the town heard it.", None),
        ("Q said the Herald in the town.", Some("Herald")),
        // The sentence behind a whole one tells of something else.
        ("The plan is a saltier kind of “Never do a stupid thing.” The Tolle Plan argued for more of it.", None),
        (
            "The plan is told to be Q among the men of the port. It was late when “it is no good” was heard, Brandt said.",
            None,
        ),
        ("A Brandt asked.", Some("Brandt")),
        ("While Brandt said that it was late, she said so again. Q Brandt said.", Some("Brandt")),
    ] {
        let around = around.replace('Q', quote);
        let around = around.strip_prefix("A Brandt").map_or(around.clone(), |rest| format!("{asked} Brandt{rest}"));
        let text = format!(
            "It is the common talk of all the people in the town of Lesk, in the town of Tolle and of Ada Brandt. The \
             paper that is called the Herald has told it, too, and so it was told by the men who met Frost.\n\n{around}"
        );
        let told = first_speaker(&text);
        if told.as_deref() != speaker {
            wrong.push((around, told));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn who_has_spoken_last_says_nothing_that_a_sentence_about_another_holds() {
    let speakers = |text: &str| -> Vec<Option<String>> {
        let article = Article::of_text("a", text);
        let found = quotations_of(&FactFinder::new(&article));
        found.iter().map(|it| it.speaker.map(|span| span.of(text).to_owned())).collect()
    };
    let said = "It was the common talk of all the people in the town, of those who met Frost and of those who met Brandt.\n\n“It is no worse than the storm,” Frost concluded.";
    let own = Some("Frost".to_owned());
    assert_eq!(
        speakers(&format!("{said} Brandt boasted of the boats “by the old wall” of the port.")),
        [own.clone(), None]
    );
    assert_eq!(speakers(&format!("{said} “By the old wall it was worse.”")), [own.clone(), own.clone()]);
    assert_eq!(speakers(&format!("{said} Frost called it “the old bad wall” of the port.")), [own.clone(), own]);
}

#[test]
fn a_name_that_several_share_is_never_given_as_one_who_may_not_be_meant() {
    let quote = "“We shut the gates of the harbour at night,”";
    let of = |text: &str| first_speaker(&format!("{text}\n\n{quote} Mrs. Brandt said."));
    let two = "Ada Brandt spoke to the men and women of the town of Lesk. Mrs. Brandt is the mayor of the town.";
    assert_eq!(of(&format!("{two} Her husband, Olaf Brandt, was there.")).as_deref(), Some("Mrs. Brandt"));
    assert_eq!(of(&format!("{two} The Brandt Bridge is in the town.")).as_deref(), Some("Brandt"));
    assert_eq!(of("The Brandt Bridge and the Brandt Tower Club are in the town of Lesk.").as_deref(), Some("Brandt"));
    let younger = "The men and women of the port of Lesk had met Olaf Brandt Jr. in the middle of the town.";
    assert_eq!(of(younger).as_deref(), Some("Olaf Brandt Jr"));
    let speaks = format!("{two} {quote} Olaf Brandt said.");
    let article = format!("{speaks}\n\n{quote} Mr. Brandt said.");
    let read = Article::of_text("a", &article);
    let last = quotations_of(&FactFinder::new(&read)).last().and_then(|it| it.speaker);
    assert_eq!(last.map(|span| span.of(&article)), Some("Olaf Brandt"));
}

#[test]
fn a_word_that_begins_a_sentence_is_part_of_no_name() {
    for (text, name) in [
        ("While Brandt said that it was late, the men of the town were in the port with her.", "Brandt"),
        ("Although Brandt said that it was late, the men of the town were in the port.", "Brandt"),
        ("Mientras Brandt dijo que era tarde, los hombres de la ciudad estaban en el puerto.", "Brandt"),
        ("Pendant que les hommes de la ville étaient dans le port, il est dit. Selon Brandt il est tard.", "Brandt"),
        ("Mentre Brandt ha detto che era tardi, gli uomini della città erano nel porto.", "Brandt"),
        ("Terwijl Brandt zei dat het laat was, waren de mannen van de stad in de haven.", "Brandt"),
        ("Podczas gdy Brandt mówi, że jest późno, ludzie z miasta byli w porcie.", "Brandt"),
    ] {
        let found = found(text);
        let names: Vec<&str> =
            found.iter().filter(|(_, kind)| *kind == "name").map(|(text, _)| text.as_str()).collect();
        assert_eq!(names, [name], "{text}");
    }
}

#[test]
fn a_number_before_a_month_and_its_day_is_no_day() {
    for (drawn, kinds) in [
        ("Fifteen of the 19 {Sept. 11 hijackers|hijackers of Sept. 11} were of the land, the office said.", "wording"),
        ("The list names 12 {March 3 victims|victims of March 3}, it is said in the town.", "wording"),
        ("The bridge was opened on {19 September|September 19} and 11 people saw it in the town.", "wording"),
        ("On {19|18} September 11 people were in the boat, the office said.", "date"),
        ("The 19 Sept. {11|12} hijackers were of the land, the office said.", "date"),
    ] {
        assert_eq!(told(drawn), kinds, "{drawn}");
    }
}

#[test]
fn a_minus_is_the_same_however_it_is_written_and_no_minus_is_another_number() {
    for same in ["−20 degrees|-20 degrees", "−20 degrees|minus 20 degrees", "-20 degrees|20 degrees below zero"] {
        assert_eq!(told(&format!("The office said the gauge stood at {{{same}}} in the night.")), "wording", "{same}");
    }
    assert_eq!(told("The office said that the gauge stood at {-|}12 when the gates were shut."), "number");
    assert_eq!(told("The office said that the gauge stood at {-12|12} when the gates were shut."), "number");
    // The words say what the sign says.
    assert_eq!(told("The office told of {a change of -3|a fall of 3} per cent in the sales of the port."), "wording");
    assert_eq!(told("The talks are to take {10-12|10 to 12} days, the office of the port said."), "wording");
}

#[test]
fn a_share_and_a_count_are_two_numbers() {
    for same in ["40 %|40%", "40%|40 percent", "40 per cent|40 %", "$40|40", "40 km|40"] {
        assert_eq!(
            told(&format!("The office said that {{{same}}} of it was left in the spring.")),
            "wording",
            "{same}"
        );
    }
    assert_eq!(told("The office said that 40 {%|} of the boats in the harbour were lost."), "number");
    assert_eq!(told("The office said that {40 per cent|40} of the boats in the harbour were lost."), "number");
    // Of both numbers, per cent is meant.
    assert_eq!(told("The sales of the port rose from 30{ per cent|} to 40 per cent in a year."), "wording");
    assert_eq!(told("It was 52{ per cent|} against 48 per cent, and nobody had thought so."), "wording");
}

#[test]
fn another_word_of_saying_hides_no_negation() {
    for (drawn, kinds) in [
        ("The minister {said the dam was not|stated the dam is} safe in May.", "negation"),
        ("The minister {said the gates were not|announced the gates are} shut at night.", "negation"),
        // Something else is denied.
        ("The minister {said the dam was not|stated the bridge is} safe in May.", "wording"),
        ("The minister {opened the dam that was not|praised the dam that is} safe in May.", "wording"),
    ] {
        assert_eq!(told(drawn), kinds, "{drawn}");
    }
}

/// Whom the only quotation of a text is credited to; nothing if nobody.
fn speaker_in(text: &str) -> String {
    let article = Article::of_text("a", text);
    let found = quotations_of(&FactFinder::new(&article));
    found.last().and_then(|it| it.speaker).map(|span| span.of(text).to_owned()).unwrap_or_default()
}

#[test]
fn a_quotation_is_credited_to_who_speaks_and_to_nobody_where_that_is_not_sure() {
    for (text, speaker) in [
        // Who is met does not speak.
        ("The minister in a meeting with the harbour chief Ada Brandt called for “a much higher wall” on Monday.", ""),
        ("“The wall is far too low,” harbour chief Ada Brandt said on Monday in the old town.", "Ada Brandt"),
        (
            "Frost Loses the Fight of His Life\n\nHouse speaker Ada Brandt said that the wall was “far too low” for it.",
            "Ada Brandt",
        ),
        ("The boats need another harbour and mayor Ada Brandt said that the wall was “far too low”.", "Ada Brandt"),
        ("There is no room for the old boats and mayor Ada Brandt said that the wall was “far too low”.", "Ada Brandt"),
        // It is of Frost's words.
        (
            "Brandt claimed on Monday that it is “a work of art” like Frost’s comments about the former harbour correspondent of the \
             Lesk Herald, Ida Tamm of Orvana and of the old island behind it, having “salt in her old veins”.",
            "",
        ),
        (
            "On Monday Brandt claimed that it was like Frost’s comments about a sailor having “salt in his old veins”.",
            "",
        ),
        ("On Monday Brandt said that Frost’s comments about the sailor were “worse than nothing at all”.", "Brandt"),
        ("“The wall is far too low,” warned the organization’s Secretary-General Ada Brandt.", "Ada Brandt"),
        (
            "“The wall is far too low,” Ada Brandt and Ida Frost said on Monday in the old town.",
            "Ada Brandt and Ida Frost",
        ),
        ("“The wall is far too low,” said Ada Brandt and Ida Frost.", "Ada Brandt and Ida Frost"),
        ("The mayor met Brandt and Frost said that it was “far too low a wall” for them.", "Frost"),
        ("“The wall is far too low,” J. K. Brandt said on Monday in the old town.", "J. K. Brandt"),
        ("“The wall is far too low,” said Ada M. Brandt on Monday in the old town.", "Ada M. Brandt"),
        ("“The wall is far too low,” the F.B.I. said on Monday in the old town.", "F.B.I"),
    ] {
        assert_eq!(speaker_in(text), speaker, "{text}");
    }
}
