//! The macro that declares a typed clause: one line a path, from which the type, its JSON, its walk and its list of
//! paths all follow, so that they cannot drift apart.

use crate::model::fact::{Fact, FactRef, Value, at};
use crate::span::Span;

/// A part of the document that carries facts.
pub(crate) trait Clause {
    /// Every path that may stand here, in the codebook's order.
    const PATHS: &'static [&'static [&'static str]];
    /// Hands each fact over with its path, in the codebook's order.
    fn walk<'a>(&'a self, found: &mut dyn FnMut(FactRef<'a>));
    /// Hands over each path that it has a fact at, in the codebook's order.
    fn said(&self, path: &mut dyn FnMut(&'static str));
    /// Hands each span over to be rewritten in another unit.
    fn spans(&mut self, change: &mut dyn FnMut(&mut Span));
    /// How many facts it carries.
    fn len(&self) -> usize;
    /// Does it carry no fact?
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The facts at one path: all that were found (`Vec`), or the only one (`Option`).
pub(crate) trait Leaf<T> {
    fn facts(&self) -> &[Fact<T>];
    fn facts_mut(&mut self) -> &mut [Fact<T>];
}

impl<T> Leaf<T> for Vec<Fact<T>> {
    fn facts(&self) -> &[Fact<T>] {
        self
    }
    fn facts_mut(&mut self) -> &mut [Fact<T>] {
        self
    }
}

impl<T> Leaf<T> for Option<Fact<T>> {
    fn facts(&self) -> &[Fact<T>] {
        self.as_slice()
    }
    fn facts_mut(&mut self) -> &mut [Fact<T>] {
        self.as_mut_slice()
    }
}

pub(crate) fn walk_leaf<'a, T: Value + 'a>(
    leaf: &'a impl Leaf<T>,
    path: &'static str,
    found: &mut dyn FnMut(FactRef<'a>),
) {
    for fact in leaf.facts() {
        found(at(fact, path));
    }
}

/// Declares a clause: `Name at "path" { leaves } parts { nested clauses }`.
///
/// A leaf `name: T` holds any number of facts, `one name: T` at most one.
macro_rules! clause {
    (
        $(#[$doc:meta])*
        $name:ident at $at:literal {
            $( $(#[$leaf_doc:meta])* $leaf:ident: $type:ty, )*
        }
        $( one { $( $(#[$one_doc:meta])* $one:ident: $one_type:ty, )* } )?
        $( parts { $( $(#[$part_doc:meta])* $part:ident: $part_type:ty, )* } )?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
        #[serde(rename_all = "snake_case", deny_unknown_fields)]
        #[non_exhaustive]
        pub struct $name {
            $($( $(#[$one_doc])*
            #[serde(skip_serializing_if = "Option::is_none")]
            pub $one: Option<crate::model::fact::Fact<$one_type>>, )*)?
            $( $(#[$leaf_doc])*
            #[serde(skip_serializing_if = "Vec::is_empty")]
            pub $leaf: Vec<crate::model::fact::Fact<$type>>, )*
            $($( $(#[$part_doc])*
            #[serde(skip_serializing_if = "crate::model::clause::Clause::is_empty")]
            pub $part: $part_type, )*)?
        }

        impl crate::model::clause::Clause for $name {
            const PATHS: &'static [&'static [&'static str]] = &[
                &[ $($( concat!($at, ".", stringify!($one)), )*)? $( concat!($at, ".", stringify!($leaf)), )* ],
                $($( <$part_type as crate::model::clause::Clause>::PATHS[0], )*)?
            ];

            fn walk<'a>(&'a self, found: &mut dyn FnMut(crate::model::fact::FactRef<'a>)) {
                $($( crate::model::clause::walk_leaf(&self.$one, concat!($at, ".", stringify!($one)), found); )*)?
                $( crate::model::clause::walk_leaf(&self.$leaf, concat!($at, ".", stringify!($leaf)), found); )*
                $($( crate::model::clause::Clause::walk(&self.$part, found); )*)?
                let _ = found;
            }

            fn said(&self, path: &mut dyn FnMut(&'static str)) {
                #[allow(unused_imports)] // a clause of parts alone has no leaf
                use crate::model::clause::Leaf as _;
                $($( if !self.$one.facts().is_empty() { path(concat!($at, ".", stringify!($one))) } )*)?
                $( if !self.$leaf.facts().is_empty() { path(concat!($at, ".", stringify!($leaf))) } )*
                $($( crate::model::clause::Clause::said(&self.$part, path); )*)?
                let _ = path;
            }

            fn spans(&mut self, change: &mut dyn FnMut(&mut crate::span::Span)) {
                #[allow(unused_imports)] // a clause of parts alone has no leaf
                use crate::model::clause::Leaf as _;
                $($( self.$one.facts_mut().iter_mut().for_each(|fact| change(&mut fact.span)); )*)?
                $( self.$leaf.facts_mut().iter_mut().for_each(|fact| change(&mut fact.span)); )*
                $($( crate::model::clause::Clause::spans(&mut self.$part, change); )*)?
                let _ = change;
            }

            fn len(&self) -> usize {
                0
                    $($( + usize::from(self.$one.is_some()) )*)?
                    $( + self.$leaf.len() )*
                    $($( + crate::model::clause::Clause::len(&self.$part) )*)?
            }
        }
    };
}

pub(crate) use clause;
