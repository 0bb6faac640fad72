//! Reads e-mails: the decoded body, and the headers as metadata.

use mail_parser::{Address, MessageParser};

use super::html;
use super::kind::Kind;
use super::meta::{Meta, line};
use super::reading::{Layout, Reading, Refused};

/// Reads an e-mail.
pub fn mail(bytes: &[u8]) -> Result<Reading, Refused> {
    let broken = || Refused::new(Kind::Mail, "is an e-mail whose headers cannot be read");
    let message = MessageParser::default().parse(bytes).ok_or_else(broken)?;
    let from = message.from().and_then(Address::first);
    let address = from.and_then(|from| from.address()).map(str::to_owned);
    let byline = from.and_then(|from| from.name()).and_then(line).or_else(|| address.as_deref().and_then(line));
    let outlet = address.as_deref().and_then(|it| it.rsplit_once('@')).and_then(|(_, host)| line(host));
    let date = message.date().map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day));
    let title = message.subject().and_then(line);
    let meta = Meta { title, outlet, date, byline, address: None };
    let is_html = message
        .text_body
        .first()
        .and_then(|part| message.parts.get(*part as usize))
        .is_some_and(|part| part.is_text_html());
    if is_html
        && let Some(body) = message.body_html(0)
        && let Some(read) = html::fragment(&body, meta.clone())
    {
        return Ok(read);
    }
    let Some(body) = message.body_text(0).filter(|body| !body.trim().is_empty()) else {
        return Err(Refused::new(Kind::Mail, "is an e-mail without text"));
    };
    let text = body.replace("\r\n", "\n");
    Ok(Reading { text, layout: Layout::Sought(0), ..Reading::extracted(String::new(), Vec::new(), meta) })
}

/// Reads a mailbox: each e-mail begins with a `From ` line after a blank one.
pub fn mailbox(bytes: &[u8]) -> Result<Vec<Reading>, Refused> {
    let mut starts = Vec::new();
    let (mut at, mut blank) = (0, true);
    for row in bytes.split_inclusive(|byte| *byte == b'\n') {
        if blank && row.starts_with(b"From ") {
            starts.push(at);
        }
        blank = row.trim_ascii().is_empty();
        at += row.len();
    }
    let (mut found, mut untold) = (Vec::new(), 0);
    for (number, start) in starts.iter().enumerate() {
        let end = starts.get(number + 1).copied().unwrap_or(bytes.len());
        let message = bytes.get(*start..end).unwrap_or_default();
        let head = message.iter().position(|byte| *byte == b'\n').map_or(message.len(), |at| at + 1);
        match mail(message.get(head..).unwrap_or_default()) {
            Ok(read) => found.push(Reading { key: Some((number + 1).to_string()), ..read }),
            Err(_) => untold += 1,
        }
    }
    let Some(first) = found.first_mut() else {
        return Err(Refused::new(Kind::Mailbox, "is a mailbox in which no e-mail has text"));
    };
    if untold > 0 {
        first.remarks.push(format!("skipped {untold} e-mails without text"));
    }
    Ok(found)
}
