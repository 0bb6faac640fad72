//! The settings on disk: found, read, and reported on with file and place.

use std::fs;

use tempfile::tempdir;

use super::config::{DEFAULT, print, read};
use super::places::{ConfigPlace, Shown};
use crate::kinds::{Kind, Reader};

#[test]
fn settings_are_read_and_mistakes_name_the_file() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("c.toml");
    let cases: [(&[u8], u16, &[&str]); 5] = [
        (b"measure = 60\n", 60, &[]),
        (b"\xef\xbb\xbfmeasure = 60\n", 60, &[]),
        (
            b"measure = 60\nmouse = 3\nx = 1\n",
            60,
            &[
                "c.toml:2:9: `mouse` is 3; expected true or false",
                "c.toml:3:1: unknown setting `x`; using the rest of the settings",
            ],
        ),
        (b"measure = 60\n[keys\n", 76, &["c.toml:2:"]),
        (b"measure = 60 # \xff\n", 76, &["c.toml: not UTF-8 text; using the defaults"]),
    ];
    for (bytes, measure, expected) in cases {
        fs::write(&path, bytes).unwrap();
        let (settings, complaints) = read(&ConfigPlace::File(path.clone()));
        assert_eq!((settings.measure, complaints.len()), (measure, expected.len()), "{complaints:?}");
        for (complaint, expected) in complaints.iter().zip(expected) {
            assert!(complaint.contains(expected), "{complaint}");
        }
        let told = complaints.iter().any(|complaint| complaint.ends_with("; using the defaults"));
        assert_eq!(told, measure == 76, "{complaints:?}");
    }
}

#[test]
fn a_named_file_that_cannot_be_read_is_complained_of() {
    let folder = tempdir().unwrap();
    for path in [folder.path().join("none.toml"), folder.path().to_owned()] {
        let (settings, complaints) = read(&ConfigPlace::File(path));
        assert_eq!((settings.measure, complaints.len()), (76, 1), "{complaints:?}");
    }
    assert!(read(&ConfigPlace::Nowhere).1.is_empty());
}

#[test]
fn what_is_no_toml_is_said_in_plain_words() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("c.toml");
    for (text, said) in [
        ("theme =", "c.toml:1:8: no value; using the defaults"),
        ("theme =\nmouse = true\n", "c.toml:1:8: no value; using the defaults"),
        ("theme = dark", "c.toml:1:9: not a value; text needs quotation marks; using the defaults"),
        ("theme = \"dark", "c.toml:1:14: a quotation mark is missing; using the defaults"),
        ("theme \"dark\"", "c.toml:1:7: no value; expected `=`; using the defaults"),
        ("[keys", "c.toml:1:6: unclosed table; expected `]`; using the defaults"),
    ] {
        fs::write(&path, text).unwrap();
        let complaints = read(&ConfigPlace::File(path.clone())).1;
        assert!(complaints.len() == 1 && complaints[0].ends_with(said), "{text}: {complaints:?}");
    }
}

#[test]
fn the_default_file_proposes_the_commands_that_ibid_kinds_proposes() {
    for kind in Kind::ALL {
        if let Reader::Command(_, words) = kind.reader() {
            assert!(DEFAULT.contains(words), "{}: {words}", kind.name());
        }
    }
}

#[test]
fn the_place_and_the_default_file_are_printed() {
    let printed = |what| {
        let mut out = Vec::new();
        print(&ConfigPlace::File("c.toml".into()), what, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    assert_eq!(printed(Shown::Path), "c.toml\n");
    assert_eq!(printed(Shown::Default), DEFAULT);
    assert!(print(&ConfigPlace::Nowhere, Shown::Path, &mut Vec::new()).is_err());
}
