#![allow(missing_docs, clippy::unwrap_used)]
fn main() {
    use ibid::{article::*, boilerplate::*, collate::*, report::*, text::*};
    let mut arts = vec![];
    for p in std::env::args().skip(1) {
        let t = std::fs::read_to_string(&p).unwrap();
        arts.push(Article::new(p.clone(), Origin::File(p.into()), t, DiskMap::identity(0)));
    }
    let m = Mask::default();
    let ws = Pair::new(Witness { article: &arts[0], mask: &m }, Witness { article: &arts[1], mask: &m });
    let c = collate(ws, &Cancel::default()).unwrap();
    let r = Reported { articles: Pair::new(&arts[0], &arts[1]), masks: Pair::new(&m, &m), collation: &c };
    if std::env::var("T").is_ok() { print!("{}", text(&r)) } else { print!("{}", json(&[r])) }
}
