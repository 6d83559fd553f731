//! The closed lists of values, one enum each. The names are the codebook's.

use crate::model::fact::Value;
use std::borrow::Cow;

/// Declares a closed list: an enum, how it is written, and all its values in order, which is that of the enum too.
macro_rules! closed {
    ($(#[$doc:meta])* $name:ident { $( $(#[$value_doc:meta])* $value:ident = $word:literal, )* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
        pub enum $name {
            $( $(#[$value_doc])* #[serde(rename = $word)] $value, )*
        }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &'static [$name] = &[$($name::$value),*];

            /// The value as the JSON writes it.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$value => $word),* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::model::fact::Value for $name {
            fn text(&self) -> std::borrow::Cow<'_, str> {
                self.as_str().into()
            }
        }
    };
}
pub(crate) use closed;

macro_rules! parties {
    ($($name:ident = $word:literal,)*) => {
        closed! {
            /// A party: one of those that the declaration is about, or any other state by its ISO 3166 English short
            /// name in ASCII `snake_case`.
            #[allow(missing_docs)] // each is a state's name
            Party { $($name = $word,)* }
        }
    };
}
include!("party.rs");

closed! {
    /// How a text tells a fact.
    Standing {
        /// The text states it.
        Asserted = "asserted",
        /// It is somebody's word or opinion.
        Attributed = "attributed",
        /// It is what a draft says, or said.
        Draft = "draft",
        /// It is told as removed or left out.
        Removed = "removed",
    }
}

closed! {
    /// The verb that carries a fact, from strong to weak.
    Modality {
        /// shall, must, undertake to
        Shall = "shall",
        /// will
        Will = "will",
        /// agreed, decided
        Agreed = "agreed",
        /// stand ready, prepared to
        Ready = "ready",
        /// should
        Should = "should",
        /// intend, plan, aim
        Intends = "intends",
        /// may, can, could
        May = "may",
        /// proposed, envisaged
        Proposed = "proposed",
    }
}

closed! {
    /// What kind of text it is.
    DocumentKind {
        /// The text speaks the components item by item.
        Declaration = "declaration",
        /// The text tells of the components in prose.
        Report = "report",
    }
}

closed! {
    /// What the text calls what it gives.
    DocumentStatus {
        /// A draft.
        Draft = "draft",
        /// The final text.
        Final = "final",
    }
}

closed! {
    /// What the declaration is for.
    PreambleAim {
        /// A just and lasting peace.
        JustAndLastingPeace = "just_and_lasting_peace",
    }
}

closed! {
    /// What the peace is to rest on.
    PreambleBasis {
        /// The Charter of the United Nations.
        UnCharter = "un_charter",
    }
}

closed! {
    /// What the participants welcome.
    Welcomed {
        /// Progress in the talks.
        Progress = "progress",
    }
}

closed! {
    /// What the participants make clear.
    Affirmed {
        /// Ukraine's ability to defend itself matters to all.
        UkraineDefenceCapability = "ukraine_defence_capability",
        /// Ukraine's sovereignty must be part of a peace.
        UkraineSovereignty = "ukraine_sovereignty",
        /// Any settlement is to be backed by guarantees.
        SettlementBackedByGuarantees = "settlement_backed_by_guarantees",
    }
}

closed! {
    /// How ready the participants are.
    Readiness {
        /// They stand ready to commit.
        StandsReady = "stands_ready",
        /// They agreed.
        Agreed = "agreed",
        /// They commit.
        Commits = "commits",
    }
}

closed! {
    /// In what way the guarantees bind.
    GuaranteesBinding {
        /// Politically.
        Political = "political",
        /// Legally.
        Legal = "legal",
    }
}

closed! {
    /// What makes the guarantees active.
    Activation {
        /// A ceasefire is in force.
        CeasefireInForce = "ceasefire_in_force",
    }
}

closed! {
    /// What the guarantees come on top of.
    AdditionalTo {
        /// Bilateral security agreements.
        BilateralSecurityAgreements = "bilateral_security_agreements",
    }
}

closed! {
    /// What the guarantees conform to.
    Conformity {
        /// Each one's own legal order.
        LegalArrangements = "legal_arrangements",
        /// Each one's own constitutional order.
        ConstitutionalArrangements = "constitutional_arrangements",
    }
}

closed! {
    /// What the ceasefire mechanism does.
    MechanismFunction {
        /// It monitors.
        Monitoring = "monitoring",
        /// It verifies.
        Verification = "verification",
    }
}

closed! {
    /// Participation in the mechanism where nobody is named.
    Unnamed {
        /// International participation.
        International = "international",
    }
}

/// Who takes part in the mechanism.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum MechanismParticipant {
    /// A named party.
    Party(Party),
    /// Nobody by name.
    Unnamed(Unnamed),
}

impl Value for MechanismParticipant {
    fn text(&self) -> Cow<'_, str> {
        match self {
            MechanismParticipant::Party(party) => party.text(),
            MechanismParticipant::Unnamed(unnamed) => unnamed.text(),
        }
    }
}

closed! {
    /// How the system of monitoring works.
    SystemQuality {
        /// Without a break; "permanent" says it too.
        Continuous = "continuous",
        /// To be relied upon.
        Reliable = "reliable",
    }
}

closed! {
    /// Does the Special Commission exist?
    CommissionStatus {
        /// It will be set up.
        ToBeEstablished = "to_be_established",
        /// It is there.
        Established = "established",
    }
}

closed! {
    /// What the Special Commission is to do.
    Mandate {
        /// Deal with breaches.
        AddressBreaches = "address_breaches",
        /// Say who is responsible.
        AttributeResponsibility = "attribute_responsibility",
        /// Determine remedies, remedial or corrective measures.
        DetermineRemedies = "determine_remedies",
        /// Determine measures of response or protection, or further steps.
        DetermineResponse = "determine_response",
    }
}

closed! {
    /// What the assistance to the Armed Forces consists of.
    AssistanceKind {
        /// Military assistance.
        MilitaryAssistance = "military_assistance",
        /// Armament, weapons, equipment.
        Armament = "armament",
    }
}

closed! {
    /// For how long.
    Term {
        /// For the long term.
        LongTerm = "long_term",
    }
}

closed! {
    /// How the assistance goes on from what there is.
    AssistanceAspect {
        /// It continues.
        Continue = "continue",
        /// It begins.
        Begin = "begin",
        /// It grows.
        Increase = "increase",
    }
}

closed! {
    /// What the assistance is for.
    AfuPurpose {
        /// A sustained capability.
        SustainedCapability = "sustained_capability",
    }
}

closed! {
    /// What the Armed Forces remain, or are to be able to do.
    AfuRole {
        /// The first line of defence.
        FirstLineOfDefence = "first_line_of_defence",
        /// Deterrence.
        Deterrence = "deterrence",
    }
}

closed! {
    /// What the support includes.
    AfuMeasure {
        /// Defence packages.
        DefencePackages = "defence_packages",
        /// Money for arms.
        WeaponsFinancing = "weapons_financing",
        /// Cooperation on the budget.
        BudgetCooperation = "budget_cooperation",
        /// Access to defence depots.
        DepotAccess = "depot_access",
        /// Defensive fortifications.
        Fortifications = "fortifications",
    }
}

closed! {
    /// What a commitment answers.
    Trigger {
        /// A future armed attack.
        FutureArmedAttack = "future_armed_attack",
    }
}

closed! {
    /// What the force is formed from.
    FormedFrom {
        /// Contributions of the Coalition's members.
        CoalitionContributions = "coalition_contributions",
    }
}

closed! {
    /// What the force is for.
    ForcePurpose {
        /// Rebuilding the Armed Forces of Ukraine.
        RebuildArmedForces = "rebuild_armed_forces",
        /// Deterrence.
        Deterrence = "deterrence",
        /// Reassurance.
        Reassurance = "reassurance",
    }
}

closed! {
    /// What has been done to plan the force.
    ForcePlanning {
        /// Coordinated military planning has been done.
        Conducted = "conducted",
    }
}

closed! {
    /// Where the force works.
    Domain {
        /// In the air.
        Air = "air",
        /// At sea.
        Sea = "sea",
        /// On land.
        Land = "land",
    }
}

closed! {
    /// Where the force is placed.
    ForceLocation {
        /// Inside Ukraine.
        InsideUkraine = "inside_ukraine",
        /// Away from the line of contact.
        AwayFromContactLine = "away_from_contact_line",
    }
}

closed! {
    /// When the force's measures are carried out; each as the text has it.
    ForceCondition {
        /// Ukraine asks for it.
        UkraineRequest = "ukraine_request",
        /// Hostilities have ceased.
        CessationOfHostilities = "cessation_of_hostilities",
        /// A ceasefire holds.
        Ceasefire = "ceasefire",
        /// A peace agreement is made.
        PeaceAgreement = "peace_agreement",
    }
}

closed! {
    /// What the cessation must be.
    CessationQuality {
        /// Credible.
        Credible = "credible",
    }
}

closed! {
    /// Who else takes part in the force.
    ForceParticipant {
        /// Members of the Coalition from outside Europe.
        NonEuropeanMembers = "non_european_members",
    }
}

closed! {
    /// What the support of the force consists of.
    SupportMeans {
        /// Intelligence.
        Intelligence = "intelligence",
        /// Logistics.
        Logistics = "logistics",
    }
}

closed! {
    /// What the response is for.
    ResponseAim {
        /// To restore peace.
        RestorePeace = "restore_peace",
    }
}

closed! {
    /// How far the commitments are.
    ResponseStatus {
        /// Still to be finalised.
        ToBeFinalised = "to_be_finalised",
        /// Finalised.
        Finalised = "finalised",
    }
}

closed! {
    /// What the commitments may include.
    ResponseMeasure {
        /// The use of military capabilities.
        MilitaryCapabilities = "military_capabilities",
        /// Intelligence support.
        Intelligence = "intelligence",
        /// Logistical support.
        Logistics = "logistics",
        /// Diplomatic initiatives.
        DiplomaticInitiatives = "diplomatic_initiatives",
        /// Sanctions.
        Sanctions = "sanctions",
        /// Economic measures.
        Economic = "economic",
    }
}

closed! {
    /// What the response depends on.
    SubjectTo {
        /// Approval in each state.
        NationalApproval = "national_approval",
    }
}

closed! {
    /// What becomes of the cooperation.
    CooperationAspect {
        /// It deepens.
        Deepen = "deepen",
        /// It begins.
        Begin = "begin",
        /// It continues.
        Continue = "continue",
    }
}

closed! {
    /// What the cooperation is about.
    CooperationArea {
        /// Training.
        Training = "training",
        /// Joint production.
        JointProduction = "joint_production",
        /// Joint development.
        JointDevelopment = "joint_development",
        /// Intelligence.
        Intelligence = "intelligence",
    }
}

closed! {
    /// What the cooperation makes use of.
    Instrument {
        /// European instruments.
        EuropeanInstruments = "european_instruments",
    }
}

closed! {
    /// How far the coordination cell is.
    CoordinationStatus {
        /// Decided on, to be set up.
        Decided = "decided",
        /// Set up.
        Established = "established",
    }
}

closed! {
    /// Who hosts the coordination cell.
    CoordinationHost {
        /// The Coalition's operational headquarters.
        CoalitionOperationalHeadquarters = "coalition_operational_headquarters",
    }
}

closed! {
    /// The kinds of component, in the order of the declaration.
    ComponentKind {
        /// Ceasefire monitoring.
        Monitoring = "monitoring",
        /// Support to the Armed Forces of Ukraine.
        AfuSupport = "afu_support",
        /// The multinational force.
        MultinationalForce = "multinational_force",
        /// The response to a future armed attack.
        AttackResponse = "attack_response",
        /// Long-term defence cooperation.
        Cooperation = "cooperation",
    }
}
