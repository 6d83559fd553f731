//! The typed clauses: one type a section of the codebook. Data only; each line is a path.

use crate::model::clause::clause;
use crate::model::value::*;

clause! {
    /// What is said of the document itself, anchored in its words.
    DocumentFacts at "document" {
        /// Said to have met or taken part.
        participant: Party,
        /// Said to have signed this document.
        signatory: Party,
    }
    one {
        /// The title in the document's own words.
        title: String,
        /// The day of the meeting or signing, ISO 8601, or `--MM-DD` where no year is written.
        date: String,
        /// The English name of the place, in lower case.
        place: String,
    }
}

clause! {
    /// What stands before the chapeau.
    Preamble at "preamble" {
        /// What the declaration is for.
        aim: PreambleAim,
        /// What the peace is to rest on.
        basis: PreambleBasis,
        /// What the participants welcome.
        welcomes: Welcomed,
        /// What they make clear.
        affirms: Affirmed,
    }
}

clause! {
    /// The chapeau that opens the list of components.
    Guarantees at "guarantees" {
        /// How ready the participants are.
        readiness: Readiness,
        /// In what way the guarantees bind.
        binding: GuaranteesBinding,
        /// What makes them active.
        activation: Activation,
        /// What they come on top of.
        additional_to: AdditionalTo,
        /// What they conform to.
        in_accordance_with: Conformity,
    }
}

clause! {
    /// Monitoring and verification of the ceasefire.
    Monitoring at "monitoring" {}
    parts {
        /// The mechanism.
        mechanism: Mechanism,
        /// The system of monitoring.
        system: MonitoringSystem,
        /// The Special Commission.
        special_commission: SpecialCommission,
    }
}

clause! {
    /// The ceasefire mechanism.
    Mechanism at "monitoring.mechanism" {
        /// What it does.
        function: MechanismFunction,
        /// Who leads it.
        led_by: Party,
        /// Who proposed it.
        proposed_by: Party,
        /// Who takes part in it.
        participant: MechanismParticipant,
    }
}

clause! {
    /// The system of monitoring.
    MonitoringSystem at "monitoring.system" {
        /// How it works.
        quality: SystemQuality,
        /// Whose members contribute to it.
        contributor: Party,
    }
}

clause! {
    /// The Special Commission on breaches of the ceasefire.
    SpecialCommission at "monitoring.special_commission" {
        /// Does it exist?
        status: CommissionStatus,
        /// Who is represented in it.
        represented: Party,
        /// What it is to do.
        mandate: Mandate,
    }
}

clause! {
    /// Support to the Armed Forces of Ukraine.
    AfuSupport at "afu_support" {
        /// What the assistance is for.
        purpose: AfuPurpose,
        /// What the Armed Forces remain, or are to be able to do.
        role: AfuRole,
        /// A peacetime strength, in persons.
        force_level: u64,
        /// What the support includes.
        measure: AfuMeasure,
        /// Is the list of measures complete?
        measures_exhaustive: bool,
    }
    parts {
        /// The assistance itself.
        assistance: Assistance,
        /// Access to defence depots.
        depot_access: DepotAccess,
    }
}

clause! {
    /// Military assistance to the Armed Forces of Ukraine.
    Assistance at "afu_support.assistance" {
        /// What it consists of.
        kind: AssistanceKind,
        /// For how long.
        term: Term,
        /// How it goes on from what there is.
        aspect: AssistanceAspect,
    }
}

clause! {
    /// Access to defence depots.
    DepotAccess at "afu_support.depot_access" {
        /// What the access is for.
        trigger: Trigger,
    }
}

clause! {
    /// The multinational force for Ukraine.
    MultinationalForce at "multinational_force" {
        /// What it is formed from.
        formed_from: FormedFrom,
        /// A state said to send forces or, negated, not to.
        contributor: Party,
        /// What it is for.
        purpose: ForcePurpose,
        /// What has been done to plan it.
        planning: ForcePlanning,
        /// Where it works.
        domain: Domain,
        /// Where it is placed.
        location: ForceLocation,
        /// When its measures are carried out.
        condition: ForceCondition,
        /// What the cessation of hostilities must be.
        cessation: CessationQuality,
        /// Who leads it.
        led_by: Party,
        /// Who else takes part.
        participant: ForceParticipant,
        /// Who supports it or takes part in it.
        supported_by: Party,
        /// What that support consists of.
        support_means: SupportMeans,
        /// Who commits to support the force in case of attack.
        backed_if_attacked_by: Party,
    }
}

clause! {
    /// Commitments in case of a future armed attack.
    AttackResponse at "attack_response" {
        /// The commitments themselves are called binding here.
        binding: bool,
        /// What they answer.
        trigger: Trigger,
        /// Whose attack.
        aggressor: Party,
        /// What they are for.
        aim: ResponseAim,
        /// How far they are.
        status: ResponseStatus,
        /// What they may include.
        measure: ResponseMeasure,
        /// What they depend on.
        subject_to: SubjectTo,
    }
}

clause! {
    /// Long-term defence cooperation.
    Cooperation at "cooperation" {
        /// For how long.
        term: Term,
        /// What becomes of it.
        aspect: CooperationAspect,
        /// What it is about.
        area: CooperationArea,
        /// What it makes use of.
        instrument: Instrument,
    }
}

clause! {
    /// The coordination cell of the United States, Ukraine and the Coalition.
    Coordination at "coordination" {
        /// How far it is.
        status: CoordinationStatus,
        /// Who coordinates in it.
        party: Party,
        /// Who hosts it.
        host: CoordinationHost,
        /// The English name of the place, in lower case.
        place: String,
    }
}
