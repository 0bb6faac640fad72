use super::{Article, DiskMap, Origin, Sources};

fn article(path: &str, text: &str) -> Article {
    let origin = Origin::File { named: path.into(), place: path.into() };
    Article::new("a".to_owned(), origin, text.to_owned(), DiskMap::identity(0))
}

#[test]
fn the_source_is_what_the_file_says_else_its_folder_else_its_name() {
    let cases = [
        ("/press/lantern/a.txt", "Rain fell.", "lantern"),
        ("/press/lantern/a.txt", "---\ntitle: Rain\nsource: The Gull\n---\nRain fell.", "The Gull"),
        ("/press/lantern/a.txt", "+++\npublisher = \"Gull\"\n+++\nRain fell.", "Gull"),
        ("/press/lantern/a.txt", "---\nsource: never closed\nRain fell.", "lantern"),
        ("/press/lantern/a.txt", "---\nsource:\n---\nRain fell.", "lantern"),
        ("/press/lantern/a.txt", "source: not metadata", "lantern"),
        ("/press/lantern/a.txt", "---\nurl: https://www.gull.example/a?b\n---\nRain fell.", "gull.example"),
        ("/press/lantern/a.txt", "---\nurl: https://tern.example\nsource: Gull\n---\nRain fell.", "Gull"),
        ("/press/lantern/a.txt", "---\nsource: \"http://gull.example:80/\"\n---\nRain fell.", "gull.example"),
        ("/press/lantern/a.txt", "---\nurl: a/b\n---\nRain fell.", "lantern"),
        ("a.txt", "Rain fell.", "a"),
    ];
    for (path, text, expected) in cases {
        assert_eq!(article(path, text).source, expected, "{path} {text:?}");
    }
}

#[test]
fn the_reader_names_sources_by_pattern() {
    let named = |path: &str, given: &[&str]| {
        let given: Vec<String> = given.iter().map(|given| (*given).to_owned()).collect();
        let mut articles = [article(path, "Rain fell.")];
        Sources::of(&given).expect("patterns").name(&mut articles);
        articles[0].source.clone()
    };
    assert_eq!(named("/press/x/gull-1.txt", &["gull=gull-*", "other=*"]), "gull");
    assert_eq!(named("/press/x/tern-1.txt", &["gull=gull-*", "other=*"]), "other");
    assert_eq!(named("/press/x/tern-1.txt", &["gull=x/*.txt"]), "gull");
    assert_eq!(named("/press/x/tern-1.txt", &["gull=y/*.txt"]), "x");
    assert_eq!(named("/press/x/tern-1.txt", &["gull=/press/**/*.txt"]), "gull");
}

#[test]
fn sources_named_first_count() {
    let mut set = Sources::default();
    for (name, glob) in [("gull", "gull-*"), ("tern", "tern-*"), ("rest", "*")] {
        set.add(name, glob).expect("a pattern");
    }
    let sources = Sources::of(&["mine=tern-*".to_owned()]).expect("a pattern").before(set);
    let mut articles = ["gull-1.txt", "tern-1.txt", "x.txt"].map(|path| article(path, "Rain fell."));
    sources.name(&mut articles);
    assert_eq!(articles.map(|article| article.source), ["gull", "mine", "rest"]);
}

#[test]
fn a_source_that_cannot_be_read_is_told() {
    for given in ["gull", "=x", "gull=", "gull=[x"] {
        let refused = Sources::of(&[given.to_owned()]).expect_err("no pattern").to_string();
        assert!(refused.contains(given), "{refused}");
    }
}
