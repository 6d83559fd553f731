//! What a sentence of a generated declaration can say: the codebook's paths and values, whatever the language.

/// One sentence's facts.
pub(crate) struct Clause {
    /// Its name in the files of sentences.
    pub(crate) id: &'static str,
    /// The component that it stands in.
    pub(crate) component: &'static str,
    /// Where the words or the party give the value.
    pub(crate) path: &'static str,
    pub(crate) values: Values,
    /// May its verb deny it? A fact that denial cannot mean is not denied.
    pub(crate) denied: bool,
}

/// Where the values come from.
pub(crate) enum Values {
    /// The word of a concept says the value.
    Word(&'static str, &'static str),
    /// So many of these at least, each a concept and its value, in a list.
    List(usize, &'static [(&'static str, &'static str)]),
    /// One of the parties that the language's file names.
    Party,
    /// A number.
    Number,
    /// The sentence says its facts, and its line lists them: `[*]` is the verb's modality and denial,
    /// `[-]` its denial alone, `{party}` a state.
    Said,
}

impl Clause {
    /// The concepts that its words say.
    pub(crate) fn concepts(&self) -> Vec<&'static str> {
        match self.values {
            Values::Word(concept, _) => vec![concept],
            Values::List(_, list) => list.iter().map(|(concept, _)| *concept).collect(),
            Values::Party | Values::Number | Values::Said => Vec::new(),
        }
    }
}

/// The components in the order of the codebook.
pub(crate) const COMPONENTS: &[&str] =
    &["monitoring", "afu_support", "multinational_force", "attack_response", "cooperation"];

/// What stands before the components, a paragraph each, and behind them.
pub(crate) const BEFORE: &[&str] = &["preamble", "guarantees"];
pub(crate) const BEHIND: &str = "coordination";

/// A clause whose sentences list their facts.
const fn said(id: &'static str, component: &'static str, denied: bool) -> Clause {
    Clause { id, component, path: "", values: Values::Said, denied }
}

/// All that can be said.
pub(crate) const CLAUSES: &[Clause] = &[
    said("aim", "preamble", false),
    said("basis", "preamble", false),
    said("welcomes", "preamble", false),
    said("affirms", "preamble", false),
    said("readiness", "guarantees", false),
    said("binding", "guarantees", true),
    said("activation", "guarantees", false),
    said("additional", "guarantees", false),
    said("accordance", "guarantees", false),
    Clause {
        id: "led_mechanism",
        component: "monitoring",
        path: "monitoring.mechanism.led_by",
        values: Values::Party,
        denied: true,
    },
    Clause {
        id: "quality",
        component: "monitoring",
        path: "monitoring.system.quality",
        values: Values::List(1, &[("continuous", "continuous"), ("reliable", "reliable")]),
        denied: true,
    },
    Clause {
        id: "commission",
        component: "monitoring",
        path: "monitoring.special_commission.status",
        values: Values::Word("special_commission", "to_be_established"),
        denied: true,
    },
    said("from_members", "monitoring", true),
    said("mandate", "monitoring", false),
    Clause {
        id: "measures_afu",
        component: "afu_support",
        path: "afu_support.measure",
        values: Values::List(
            1,
            &[
                ("defence_packages", "defence_packages"),
                ("budget", "budget_cooperation"),
                ("fortification", "fortifications"),
            ],
        ),
        denied: true,
    },
    Clause {
        id: "role",
        component: "afu_support",
        path: "afu_support.role",
        values: Values::List(1, &[("first_line", "first_line_of_defence"), ("deterrence", "deterrence")]),
        denied: true,
    },
    Clause {
        id: "strength",
        component: "afu_support",
        path: "afu_support.force_level",
        values: Values::Number,
        denied: false,
    },
    Clause {
        id: "led_force",
        component: "multinational_force",
        path: "multinational_force.led_by",
        values: Values::Party,
        denied: true,
    },
    Clause {
        id: "supported",
        component: "multinational_force",
        path: "multinational_force.supported_by",
        values: Values::Party,
        denied: true,
    },
    Clause {
        id: "purpose",
        component: "multinational_force",
        path: "multinational_force.purpose",
        values: Values::List(1, &[("deterrence", "deterrence"), ("reassurance", "reassurance")]),
        denied: true,
    },
    Clause {
        id: "domains",
        component: "multinational_force",
        path: "multinational_force.domain",
        values: Values::List(2, &[("air", "air"), ("sea", "sea"), ("land", "land")]),
        denied: true,
    },
    said("sender", "multinational_force", false),
    said("condition", "multinational_force", false),
    Clause {
        id: "measures_attack",
        component: "attack_response",
        path: "attack_response.measure",
        values: Values::List(
            1,
            &[
                ("military_capabilities", "military_capabilities"),
                ("intelligence", "intelligence"),
                ("logistics", "logistics"),
                ("diplomatic", "diplomatic_initiatives"),
                ("sanctions", "sanctions"),
                ("economic", "economic"),
            ],
        ),
        denied: true,
    },
    Clause {
        id: "approval",
        component: "attack_response",
        path: "attack_response.subject_to",
        values: Values::Word("national_approval", "national_approval"),
        denied: true,
    },
    Clause {
        id: "areas",
        component: "cooperation",
        path: "cooperation.area",
        values: Values::List(
            1,
            &[
                ("training", "training"),
                ("joint_production", "joint_production"),
                ("joint_development", "joint_development"),
                ("intelligence", "intelligence"),
            ],
        ),
        denied: true,
    },
    Clause {
        id: "instruments",
        component: "cooperation",
        path: "cooperation.instrument",
        values: Values::Word("european_instruments", "european_instruments"),
        denied: true,
    },
    said("term", "cooperation", false),
    said("cell", BEHIND, false),
];
