use super::{Document, Tag, page};

fn blocks(html: &str) -> Vec<(String, Tag)> {
    page(&Document::from(html)).blocks.into_iter().map(|block| (block.text, block.tag)).collect()
}

#[test]
fn a_row_of_short_cells_is_one_block_and_a_layout_is_none() {
    let data = blocks("<table><tr><th>Lock<th>Gates</tr><tr><td><p>Westmere</p></td><td>2<br>new</td></tr></table>");
    assert_eq!(data, [("Lock | Gates".to_owned(), Tag::Cell), ("Westmere | 2 new".to_owned(), Tag::Cell)]);
    let prose = "The keeper closed the gates of the lock on Monday. ".repeat(5);
    let layout = blocks(&format!("<table><tr><td><a>Home</a></td><td>{prose}</td></tr></table>"));
    assert_eq!(layout.iter().map(|block| block.0.as_str()).collect::<Vec<_>>(), ["Home", prose.trim()]);
    let nested = blocks("<table><tr><td><ul><li>One</li><li>Two</li></ul></td><td>Three</td></tr></table>After");
    assert_eq!(nested.iter().map(|block| block.0.as_str()).collect::<Vec<_>>(), ["One", "Two", "Three", "After"]);
    assert_eq!(blocks("<table><tr><td>Alone</td><td> </td></tr></table>").len(), 1);
}

#[test]
fn what_a_script_is_to_show_is_shown_where_it_is_most_of_the_page() {
    let prose = "<p>The keeper closed the gates of the lock on Monday, before the water rose.</p>".repeat(10);
    let hidden = |html: &str| {
        let page = page(&Document::from(html));
        page.blocks.iter().map(|block| page.elements[block.element].hidden).collect::<Vec<_>>()
    };
    let of = |inside: &str, outside: &str| {
        hidden(&format!("<body><div style='display: none'><i>Menu</i>{inside}<p hidden>Old</p></div>{outside}</body>"))
    };
    let late = of(&prose, "<p>Please wait, the page is loading its many parts.</p>");
    assert_eq!(late.iter().filter(|hidden| **hidden).count(), 1, "{late:?}");
    let menu = of("", &prose);
    assert_eq!(menu.iter().filter(|hidden| **hidden).count(), 2, "{menu:?}");
    let other = of(&prose, &format!("{prose}{prose}"));
    assert_eq!(other.iter().filter(|hidden| **hidden).count(), 12, "{other:?}");
}

#[test]
fn a_table_of_the_article_stands_in_it() {
    let prose = |about: &str| {
        format!("<p>The {about} closed the gates of the lock on Monday, before the water rose above the old wall.</p>")
    };
    let rows: String = (1..20).map(|at| format!("<tr><td>{at}<td>Lock {at}<td>{}<td>0</tr>", at * 37)).collect();
    let text: String = ["keeper", "mayor", "town", "harbour master"].into_iter().map(prose).collect();
    let page = format!(
        "<html><body><ul><li><a href=/>Home</a><li><a href=/a>News</a></ul><article><h1>Locks</h1>{text}<table>{rows}</table>{text}</article></body></html>"
    );
    let decoded = crate::kinds::decode(page.as_bytes()).unwrap();
    let read = super::article(&decoded).unwrap();
    let crate::kinds::Layout::Given(blocks) = read.layout else { panic!("the page says its paragraphs") };
    let row = blocks.iter().find(|block| block.span.of(&read.text) == "7 | Lock 7 | 259 | 0").unwrap();
    assert_eq!(row.furniture, crate::kinds::Furniture::No);
}

#[test]
fn code_keeps_its_lines() {
    let page = "<body><p>So it is done:</p><pre>\nfn open() {\n    shut();\n\n    wait();\n}\n</pre><p>That is all.</p><pre>one</pre></body>";
    let read = super::whole(page).unwrap();
    let expected = "So it is done:\n\nfn open() {\n    shut();\n\n    wait();\n}\n\nThat is all.\n\none";
    assert_eq!(read.text, expected);
    let crate::kinds::Layout::Given(blocks) = read.layout else { panic!("the page says its paragraphs") };
    let lines: Vec<&str> = blocks.iter().map(|block| block.span.of(&read.text)).collect();
    assert_eq!(lines[1..5], ["fn open() {", "    shut();", "    wait();", "}"]);
}
