//! The JSON Schema (draft 2020-12) of what is written, derived from the types.

use crate::compare::{Diff, Matrix, Verification};
use crate::model::closed;
use crate::parsed::Wire;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

closed! {
    /// What the command writes as JSON, each with a schema of its own.
    #[derive(Default)]
    #[non_exhaustive]
    Output {
        /// A parsed document.
        #[default]
        Document = "document",
        /// What changed between two texts.
        Diff = "diff",
        /// A report held against a declaration.
        Verify = "verify",
        /// Several texts side by side.
        Matrix = "matrix",
    }
}

/// The JSON Schema of one of the outputs; see [`schema`].
pub fn schema_of(output: Output) -> Value {
    match output {
        Output::Document => of::<Wire<'_>>(),
        Output::Diff => of::<Diff>(),
        Output::Verify => of::<Verification>(),
        Output::Matrix => of::<Matrix>(),
    }
}

/// The JSON Schema of a parsed document as serde writes it: draft 2020-12, lists of values closed, no other keys.
///
/// ```
/// let schema = declparse::schema();
/// assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
/// assert_eq!(schema["properties"]["components"]["items"]["$ref"], "#/$defs/Component");
/// ```
pub fn schema() -> Value {
    schema_of(Output::Document)
}

fn of<T: JsonSchema>() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    let mut parts = Vec::new();
    find_parts(&schema, &mut parts);
    if let Some(definitions) = schema.get_mut("$defs").and_then(Value::as_object_mut) {
        for (name, definition) in definitions {
            tighten(definition, parts.contains(name));
        }
    }
    tighten(&mut schema, false);
    schema
}

/// The definitions that others take up among their own keys: they cannot close themselves.
fn find_parts(schema: &Value, parts: &mut Vec<String>) {
    if let Value::Object(keys) = schema {
        let whole = keys.get("$ref").and_then(Value::as_str).filter(|_| keys.contains_key("properties"));
        parts.extend(whole.and_then(|path| path.rsplit('/').next()).map(str::to_owned));
    }
    children(schema).for_each(|child| find_parts(child, parts));
}

fn children(schema: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match schema {
        Value::Object(keys) => Box::new(keys.values()),
        Value::Array(items) => Box::new(items.iter()),
        _ => Box::new(std::iter::empty()),
    }
}

/// Says what the types cannot: a key that has nothing is absent and never null, a list of facts holds one at least,
/// and no object has other keys. `open` is for the parts that others take up.
fn tighten(schema: &mut Value, open: bool) {
    match schema {
        Value::Object(keys) => {
            absent_not_null(keys);
            // "uint32" is no format of the draft's.
            if keys.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("uint")) {
                keys.remove("format");
            }
            let facts = |items: &Value| items["$ref"].as_str().is_some_and(|path| path.ends_with("Fact"));
            if keys.get("items").is_some_and(facts) {
                keys.insert("minItems".into(), json!(1));
            }
            if keys.contains_key("properties") && !open {
                let closing = if keys.contains_key("$ref") { "unevaluatedProperties" } else { "additionalProperties" };
                keys.insert(closing.into(), json!(false));
            }
            keys.iter_mut().filter(|(key, _)| *key != "$defs").for_each(|(_, value)| tighten(value, false));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| tighten(item, false)),
        _ => {}
    }
}

/// Takes `null` out of what a key may hold.
fn absent_not_null(keys: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = keys.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            keys.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(any)) = keys.get_mut("anyOf") {
        any.retain(|one| one["type"] != "null");
        if let [Value::Object(only)] = any.as_slice() {
            let only = only.clone();
            keys.remove("anyOf");
            keys.extend(only);
        }
    }
}
