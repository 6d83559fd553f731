//! The concepts: what words mean, whatever the language. A lexicon maps phrases to them, the grammar reads them.
//!
//! A phrase may carry several ("provide" supplies arms and deploys troops); the rule that meets it decides. The signs
//! come first and have no words. Nothing here depends on the rest of the crate: the build script reads it too.

macro_rules! concepts {
    ($($signs:ident)* ; $($name:ident = $word:literal,)*) => {
        /// What a word, a phrase or a sign means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        #[allow(missing_docs)] // the lexicon's phrases say what each one is
        pub(crate) enum Concept {
            $($signs,)*
            $($name,)*
        }

        /// Every concept in order of its code, with its name in lexicons; signs have no name.
        pub(crate) const CONCEPTS: &[(Concept, &str)] = &[
            $((Concept::$signs, ""),)*
            $((Concept::$name, $word),)*
        ];

        /// How many of them are signs.
        #[allow(dead_code)] // the compiler of lexicons asks for it
        pub(crate) const SIGNS: usize = [$(Concept::$signs),*].len();
    };
}

concepts! {
    Unknown Comma Semicolon Colon Stop Dash Slash Open Close Number
    ;
    // the words that hold a sentence together, its verbs and its denials: asked of every word, so they share the first 64 codes
    Function = "function",
    And = "and",
    Or = "or",
    Of = "of",
    By = "by",
    With = "with",
    To = "to",
    For = "for",
    From = "from",
    In = "in",
    Under = "under",
    As = "as",
    AsTo = "as_to",
    Between = "between",
    Pronoun = "pronoun",
    Possessive = "possessive",
    Be = "be",
    Relative = "relative",
    Subordinate = "subordinate",
    But = "but",
    Abbreviation = "abbreviation",
    First = "first",
    Thousand = "thousand",
    After = "after",
    If = "if",
    CaseOf = "case_of",
    Include = "include",
    Member = "member",
    Shall = "shall",
    Will = "will",
    Agreed = "agreed",
    Ready = "ready",
    Should = "should",
    Intends = "intends",
    May = "may",
    Proposed = "proposed",
    Not = "not",
    No = "no",
    Refuse = "refuse",
    Removed = "removed",
    NotForeseen = "not_foreseen",
    DoubleNegation = "double_negation",
    Likewise = "likewise",
    Passage = "passage",
    Consider = "consider",
    Said = "said",
    Expected = "expected",
    Party = "party",
    Demonym = "demonym",
    Oblique = "oblique",
    AnyCase = "any_case",
    // but for a name; what is told is not so
    Except = "except",
    False = "false",
    Month = "month",
    Place = "place",
    ReadAlso = "read_also",
    Elsewhere = "elsewhere",
    // the document
    Undertaking = "undertaking",
    Declaration = "declaration",
    OfIntent = "of_intent",
    Draft = "draft",
    Final = "final",
    Titled = "titled",
    Meet = "meet",
    Sign = "sign",
    Dateline = "dateline",
    Published = "published",
    // preamble and chapeau
    Peace = "peace",
    Just = "just",
    Lasting = "lasting",
    UnCharter = "un_charter",
    Welcome = "welcome",
    Progress = "progress",
    Ability = "ability",
    DefendItself = "defend_itself",
    Sovereignty = "sovereignty",
    PeaceAgreement = "peace_agreement",
    Backed = "backed",
    Guarantees = "guarantees",
    Components = "components",
    System = "system",
    Politically = "politically",
    Legally = "legally",
    Constitutional = "constitutional",
    Binding = "binding",
    Activate = "activate",
    InForce = "in_force",
    Ceasefire = "ceasefire",
    BilateralAgreements = "bilateral_agreements",
    AdditionalTo = "additional_to",
    InAccordance = "in_accordance",
    Commit = "commit",
    Commitments = "commitments",
    // monitoring
    Monitoring = "monitoring",
    Verification = "verification",
    Mechanism = "mechanism",
    Led = "led",
    Lead = "lead",
    Leadership = "leadership",
    Participation = "participation",
    TakePart = "take_part",
    International = "international",
    Continuous = "continuous",
    Reliable = "reliable",
    Credible = "credible",
    Contribution = "contribution",
    SpecialCommission = "special_commission",
    Establish = "establish",
    Established = "established",
    Represented = "represented",
    AddressVerb = "address_verb",
    Breach = "breach",
    Attribute = "attribute",
    Responsibility = "responsibility",
    Remedies = "remedies",
    ResponseMeasures = "response_measures",
    // the Armed Forces of Ukraine
    Afu = "afu",
    ArmedForces = "armed_forces",
    MilitaryAssistance = "military_assistance",
    Military = "military",
    Technical = "technical",
    Support = "support",
    Supply = "supply",
    Armament = "armament",
    LongTerm = "long_term",
    Continue = "continue",
    Begin = "begin",
    Increase = "increase",
    Deepen = "deepen",
    Sustain = "sustain",
    Capability = "capability",
    FirstLine = "first_line",
    Deterrence = "deterrence",
    Personnel = "personnel",
    DefencePackages = "defence_packages",
    Finance = "finance",
    Purchase = "purchase",
    Budget = "budget",
    Access = "access",
    Depot = "depot",
    Fortification = "fortification",
    NotLimited = "not_limited",
    AmongOthers = "among_others",
    Exhaustive = "exhaustive",
    // the multinational force
    Force = "force",
    ForceWord = "force_word",
    Troops = "troops",
    Deploy = "deploy",
    Formed = "formed",
    WillingNations = "willing_nations",
    Rebuild = "rebuild",
    Reassurance = "reassurance",
    Planning = "planning",
    Conducted = "conducted",
    Completed = "completed",
    Measures = "measures",
    Air = "air",
    Sea = "sea",
    Land = "land",
    Security = "security",
    UkrainianSoil = "ukrainian_soil",
    Away = "away",
    Request = "request",
    Cessation = "cessation",
    NonEuropean = "non_european",
    // the response to an attack
    Future = "future",
    Attack = "attack",
    Finalise = "finalise",
    Restore = "restore",
    MilitaryCapabilities = "military_capabilities",
    Intelligence = "intelligence",
    Logistics = "logistics",
    Diplomatic = "diplomatic",
    Sanctions = "sanctions",
    Economic = "economic",
    NationalApproval = "national_approval",
    // cooperation and coordination
    Cooperation = "cooperation",
    DefenceCooperation = "defence_cooperation",
    Training = "training",
    JointProduction = "joint_production",
    JointDevelopment = "joint_development",
    EuropeanInstruments = "european_instruments",
    Cell = "cell",
    Headquarters = "headquarters",
    // names that a clause says nothing of
    Aside = "aside",
    // what is not done yet: "would be set up", "is being set up"
    Pending = "pending",
}

/// The code of a name in a lexicon: a concept's own, and above bit 16 which party, place or month, counted from 1.
pub(crate) fn number(name: &str, parties: &[&str], places: &[&str]) -> Option<u32> {
    let (concept, value) = match name.split_once('.') {
        Some((concept, value)) => (concept, Some(value)),
        None => (name, None),
    };
    let code = CONCEPTS.iter().find(|(_, n)| !n.is_empty() && *n == concept)?.0 as u32;
    let value = match (concept, value) {
        ("party" | "demonym", Some(party)) => parties.iter().position(|p| *p == party)? as u32 + 1,
        ("place", Some(place)) => places.iter().position(|p| p.replace(' ', "_") == place)? as u32 + 1,
        ("month", Some(month)) => month.parse().ok()?,
        ("party" | "demonym" | "place" | "month", None) | (_, Some(_)) => return None,
        (_, None) => 0,
    };
    Some(code | value << 16)
}

/// What a word may mean at which no rule starts.
pub(crate) const WATER: &[Concept] = &[Concept::Unknown, Concept::Comma, Concept::Function, Concept::And, Concept::Be];

/// The small words that hold sentences together, whatever they are about: by them a language is told.
pub(crate) const SMALL: &[Concept] = &[
    Concept::Function,
    Concept::And,
    Concept::Or,
    Concept::Of,
    Concept::By,
    Concept::With,
    Concept::To,
    Concept::For,
    Concept::From,
    Concept::In,
    Concept::Under,
    Concept::As,
    Concept::AsTo,
    Concept::Between,
    Concept::After,
    Concept::If,
    Concept::But,
    Concept::Not,
    Concept::No,
    Concept::Pronoun,
    Concept::Possessive,
    Concept::Be,
    Concept::Relative,
    Concept::Subordinate,
    Concept::Will,
    Concept::Shall,
    Concept::Should,
    Concept::May,
    Concept::Member,
    Concept::Include,
    Concept::First,
    Concept::Abbreviation,
];
