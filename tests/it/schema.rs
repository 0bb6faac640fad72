//! A check of JSON against a schema: the part of JSON Schema that `assets/report.schema.json` uses, and no more.

use serde_json::Value;

const KNOWN: [&str; 13] = [
    "$schema",
    "$defs",
    "$ref",
    "title",
    "description",
    "type",
    "enum",
    "const",
    "minimum",
    "items",
    "properties",
    "required",
    "additionalProperties",
];

/// Gives what in `value` breaks `schema`, each with its place.
pub fn violations(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    Check { root: schema, found: &mut found }.check(schema, value, "$");
    found
}

struct Check<'a> {
    root: &'a Value,
    found: &'a mut Vec<String>,
}

impl Check<'_> {
    fn check(&mut self, schema: &Value, value: &Value, place: &str) {
        let keys = schema.as_object().unwrap_or_else(|| panic!("{place}: no schema"));
        for (key, asked) in keys {
            assert!(KNOWN.contains(&key.as_str()), "{place}: this check knows no {key}");
            match key.as_str() {
                "$ref" => self.check(&self.root.pointer(&asked.as_str().unwrap()[1..]).unwrap().clone(), value, place),
                "type" => self.demand(has_type(asked, value), || format!("{place}: {value} is no {asked}")),
                "enum" => {
                    let fits = asked.as_array().unwrap().contains(value);
                    self.demand(fits, || format!("{place}: {value} is none of {asked}"));
                }
                "const" => self.demand(asked == value, || format!("{place}: {value} is not {asked}")),
                "minimum" => {
                    let below = value.as_f64().is_some_and(|number| Some(number) < asked.as_f64());
                    self.demand(!below, || format!("{place}: {value} < {asked}"));
                }
                "items" => {
                    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                        self.check(asked, item, &format!("{place}[{at}]"));
                    }
                }
                "properties" => self.properties(schema, asked, (value, place)),
                "required" => {
                    for name in asked.as_array().unwrap() {
                        let there = value.get(name.as_str().unwrap()).is_some();
                        self.demand(there, || format!("{place}: lacks {name}"));
                    }
                }
                _ => {}
            }
        }
    }

    fn properties(&mut self, schema: &Value, asked: &Value, (value, place): (&Value, &str)) {
        for (name, inner) in value.as_object().into_iter().flatten() {
            match asked.get(name) {
                Some(schema) => self.check(schema, inner, &format!("{place}.{name}")),
                None => {
                    let allowed = schema["additionalProperties"] != Value::Bool(false);
                    self.demand(allowed, || format!("{place}: has {name} too"));
                }
            }
        }
    }

    fn demand(&mut self, holds: bool, otherwise: impl FnOnce() -> String) {
        if !holds {
            self.found.push(otherwise());
        }
    }
}

fn has_type(asked: &Value, value: &Value) -> bool {
    match asked {
        Value::Array(any) => any.iter().any(|asked| has_type(asked, value)),
        asked => match asked.as_str().unwrap() {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "integer" => value.is_u64() || value.is_i64(),
            "boolean" => value.is_boolean(),
            "null" => value.is_null(),
            other => panic!("this check knows no type {other}"),
        },
    }
}

#[test]
fn what_breaks_the_form_is_found() {
    let schema = serde_json::json!({
        "type": "object", "additionalProperties": false, "required": ["a"],
        "properties": { "a": { "type": ["integer", "null"], "minimum": 0 }, "b": { "$ref": "#/$defs/word" } },
        "$defs": { "word": { "enum": ["x", "y"] } }
    });
    let cases = [
        (serde_json::json!({ "a": 1, "b": "x" }), 0),
        (serde_json::json!({ "a": null }), 0),
        (serde_json::json!({}), 1),
        (serde_json::json!({ "a": -1 }), 1),
        (serde_json::json!({ "a": "1" }), 1),
        (serde_json::json!({ "a": 1, "b": "z", "c": 1 }), 2),
        (serde_json::json!([]), 2),
    ];
    for (value, expected) in cases {
        assert_eq!(violations(&schema, &value).len(), expected, "{value}: {:?}", violations(&schema, &value));
    }
}
