// Generated from graph-schema/ by `npm run schema:generate`; do not edit.
import type { GraphSchema } from './compile.ts';

export type { EntityKind, RelationType } from '../domain/kinds.ts';

export const SCHEMA: GraphSchema = {
  "entities": [
    {
      "kind": "Agency",
      "label": "Agency",
      "plural": "Agencies",
      "definition": "A state organ at any level: ministry, council, parliament, court, police, embassy, the Kremlin as an actor.",
      "lineage": [
        "Agency",
        "Organisation"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "agency",
        "shape": "square",
        "light": "#8F3A0A",
        "dark": "#EC8212"
      },
      "attributes": {
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        },
        "acronym": {
          "type": "text",
          "definition": "Short form that the text gives in brackets or uses"
        },
        "organisationKind": {
          "type": "text",
          "definition": "`intergovernmental`, `party`, `company`, `university`, `armed group`, …"
        },
        "inferred": {
          "type": "boolean",
          "definition": "True where a post implies the body and the text does not name it"
        }
      },
      "alignments": {
        "followTheMoney": "PublicBody",
        "schemaOrg": "GovernmentOrganization",
        "plover": "GOV, LEG, JUD, COP, MIL"
      }
    },
    {
      "kind": "Agreement",
      "label": "Agreement",
      "plural": "Agreements",
      "definition": "An agreement, treaty, accord, convention, contract or memorandum of understanding.",
      "lineage": [
        "Agreement",
        "Instrument"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "instrument",
        "shape": "document",
        "light": "#8A7C14",
        "dark": "#F8DF48"
      },
      "attributes": {
        "number": {
          "type": "text",
          "definition": "Its number: 2231, 64/2025/QH15"
        },
        "year": {
          "type": "text",
          "definition": "Year of adoption or signature, where the text gives it"
        },
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Documentation",
        "schemaOrg": "DigitalDocument",
        "plover": "AGREE"
      }
    },
    {
      "kind": "Call",
      "label": "Call",
      "plural": "Calls",
      "definition": "A conversation by telephone or video, or an exchange of letters.",
      "lineage": [
        "Call",
        "Event"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "event",
        "shape": "diamond",
        "light": "#C537C6",
        "dark": "#AE63AB"
      },
      "attributes": {
        "startDate": {
          "type": "date",
          "definition": "First day, ISO, partial where unknown (`--04-23`, `2018-11`)"
        },
        "endDate": {
          "type": "date",
          "definition": "Last day, inclusive"
        },
        "datePrecision": {
          "type": "text",
          "definition": "`day`, `month` or `year`"
        },
        "ordinal": {
          "type": "integer",
          "definition": "Its number in a series: 12 for the 12th meeting"
        },
        "series": {
          "type": "text",
          "definition": "The name without ordinal and year"
        },
        "participants": {
          "type": "text",
          "definition": "Count phrases of the text: `125 delegations from 80 nations`"
        },
        "mode": {
          "type": "text",
          "definition": "`virtual`, `hybrid` or `in person`, where the text says so"
        },
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Event",
        "schemaOrg": "CommunicateAction",
        "plover": "CONSULT"
      }
    },
    {
      "kind": "Ceremony",
      "label": "Ceremony",
      "plural": "Ceremonies",
      "definition": "A signing, an inauguration, an award, a funeral, a commemoration.",
      "lineage": [
        "Ceremony",
        "Event"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "event",
        "shape": "diamond",
        "light": "#C537C6",
        "dark": "#AE63AB"
      },
      "attributes": {
        "startDate": {
          "type": "date",
          "definition": "First day, ISO, partial where unknown (`--04-23`, `2018-11`)"
        },
        "endDate": {
          "type": "date",
          "definition": "Last day, inclusive"
        },
        "datePrecision": {
          "type": "text",
          "definition": "`day`, `month` or `year`"
        },
        "ordinal": {
          "type": "integer",
          "definition": "Its number in a series: 12 for the 12th meeting"
        },
        "series": {
          "type": "text",
          "definition": "The name without ordinal and year"
        },
        "participants": {
          "type": "text",
          "definition": "Count phrases of the text: `125 delegations from 80 nations`"
        },
        "mode": {
          "type": "text",
          "definition": "`virtual`, `hybrid` or `in person`, where the text says so"
        },
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Event",
        "schemaOrg": "Event",
        "plover": "COOPERATE"
      }
    },
    {
      "kind": "City",
      "label": "City",
      "plural": "Cities",
      "definition": "A city, town or village.",
      "lineage": [
        "City",
        "Place"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "place",
        "shape": "triangle",
        "light": "#266A83",
        "dark": "#26BCFA"
      },
      "attributes": {
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Address",
        "schemaOrg": "City",
        "plover": "location"
      }
    },
    {
      "kind": "Communique",
      "label": "Communiqué",
      "plural": "Communiqués",
      "definition": "A communiqué of a meeting.",
      "lineage": [
        "Communique",
        "Instrument"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "instrument",
        "shape": "document",
        "light": "#8A7C14",
        "dark": "#F8DF48"
      },
      "attributes": {
        "number": {
          "type": "text",
          "definition": "Its number: 2231, 64/2025/QH15"
        },
        "year": {
          "type": "text",
          "definition": "Year of adoption or signature, where the text gives it"
        },
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Documentation",
        "schemaOrg": "CreativeWork",
        "plover": "AGREE"
      }
    },
    {
      "kind": "Country",
      "label": "Country",
      "plural": "Countries",
      "definition": "A state or territory. It stays one place node when it signs, states or attends.",
      "lineage": [
        "Country",
        "Place"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "place",
        "shape": "triangle",
        "light": "#266A83",
        "dark": "#26BCFA"
      },
      "attributes": {
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Address",
        "schemaOrg": "Country",
        "plover": "country code"
      }
    },
    {
      "kind": "Delegation",
      "label": "Delegation",
      "plural": "Delegations",
      "definition": "People sent together to speak for a country or a body.",
      "lineage": [
        "Delegation",
        "Organisation"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "organisation",
        "shape": "square",
        "light": "#27A286",
        "dark": "#55FBBF"
      },
      "attributes": {
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        },
        "acronym": {
          "type": "text",
          "definition": "Short form that the text gives in brackets or uses"
        },
        "organisationKind": {
          "type": "text",
          "definition": "`intergovernmental`, `party`, `company`, `university`, `armed group`, …"
        },
        "inferred": {
          "type": "boolean",
          "definition": "True where a post implies the body and the text does not name it"
        }
      },
      "alignments": {
        "followTheMoney": "Organization",
        "schemaOrg": "Organization",
        "plover": "GOV"
      }
    },
    {
      "kind": "Event",
      "label": "Event",
      "plural": "Events",
      "definition": "Something that happens at a time: meeting, visit, call, ceremony, attack.",
      "lineage": [
        "Event"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "event",
        "shape": "diamond",
        "light": "#C537C6",
        "dark": "#AE63AB"
      },
      "attributes": {
        "startDate": {
          "type": "date",
          "definition": "First day, ISO, partial where unknown (`--04-23`, `2018-11`)"
        },
        "endDate": {
          "type": "date",
          "definition": "Last day, inclusive"
        },
        "datePrecision": {
          "type": "text",
          "definition": "`day`, `month` or `year`"
        },
        "ordinal": {
          "type": "integer",
          "definition": "Its number in a series: 12 for the 12th meeting"
        },
        "series": {
          "type": "text",
          "definition": "The name without ordinal and year"
        },
        "participants": {
          "type": "text",
          "definition": "Count phrases of the text: `125 delegations from 80 nations`"
        },
        "mode": {
          "type": "text",
          "definition": "`virtual`, `hybrid` or `in person`, where the text says so"
        },
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Event",
        "schemaOrg": "Event",
        "plover": "event"
      }
    },
    {
      "kind": "Facility",
      "label": "Facility",
      "plural": "Facilities",
      "definition": "A building, base, port, plant or other site with a name.",
      "lineage": [
        "Facility",
        "Place"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "place",
        "shape": "triangle",
        "light": "#266A83",
        "dark": "#26BCFA"
      },
      "attributes": {
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Address",
        "schemaOrg": "CivicStructure",
        "plover": "location"
      }
    },
    {
      "kind": "Incident",
      "label": "Incident",
      "plural": "Incidents",
      "definition": "An attack, a clash, an arrest, an accident, a protest.",
      "lineage": [
        "Incident",
        "Event"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "event",
        "shape": "diamond",
        "light": "#C537C6",
        "dark": "#AE63AB"
      },
      "attributes": {
        "startDate": {
          "type": "date",
          "definition": "First day, ISO, partial where unknown (`--04-23`, `2018-11`)"
        },
        "endDate": {
          "type": "date",
          "definition": "Last day, inclusive"
        },
        "datePrecision": {
          "type": "text",
          "definition": "`day`, `month` or `year`"
        },
        "ordinal": {
          "type": "integer",
          "definition": "Its number in a series: 12 for the 12th meeting"
        },
        "series": {
          "type": "text",
          "definition": "The name without ordinal and year"
        },
        "participants": {
          "type": "text",
          "definition": "Count phrases of the text: `125 delegations from 80 nations`"
        },
        "mode": {
          "type": "text",
          "definition": "`virtual`, `hybrid` or `in person`, where the text says so"
        },
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Event",
        "schemaOrg": "Event",
        "plover": "ASSAULT, PROTEST, COERCE"
      }
    },
    {
      "kind": "Instrument",
      "label": "Instrument",
      "plural": "Instruments",
      "definition": "A text with legal or political standing, drafts included. The source file is a Document, never an instrument.",
      "lineage": [
        "Instrument"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "instrument",
        "shape": "document",
        "light": "#8A7C14",
        "dark": "#F8DF48"
      },
      "attributes": {
        "number": {
          "type": "text",
          "definition": "Its number: 2231, 64/2025/QH15"
        },
        "year": {
          "type": "text",
          "definition": "Year of adoption or signature, where the text gives it"
        },
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Documentation",
        "schemaOrg": "CreativeWork",
        "plover": "AGREE"
      }
    },
    {
      "kind": "Law",
      "label": "Law",
      "plural": "Laws",
      "definition": "A law, act, decree, directive, regulation or constitution.",
      "lineage": [
        "Law",
        "Instrument"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "instrument",
        "shape": "document",
        "light": "#8A7C14",
        "dark": "#F8DF48"
      },
      "attributes": {
        "number": {
          "type": "text",
          "definition": "Its number: 2231, 64/2025/QH15"
        },
        "year": {
          "type": "text",
          "definition": "Year of adoption or signature, where the text gives it"
        },
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Documentation",
        "schemaOrg": "Legislation",
        "plover": "AGREE"
      }
    },
    {
      "kind": "Media",
      "label": "Media",
      "plural": "Media",
      "definition": "A news agency, paper, station or site, where it acts in the text and is not only its source.",
      "lineage": [
        "Media",
        "Organisation"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "organisation",
        "shape": "square",
        "light": "#27A286",
        "dark": "#55FBBF"
      },
      "attributes": {
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        },
        "acronym": {
          "type": "text",
          "definition": "Short form that the text gives in brackets or uses"
        },
        "organisationKind": {
          "type": "text",
          "definition": "`intergovernmental`, `party`, `company`, `university`, `armed group`, …"
        },
        "inferred": {
          "type": "boolean",
          "definition": "True where a post implies the body and the text does not name it"
        }
      },
      "alignments": {
        "followTheMoney": "Organization",
        "schemaOrg": "NewsMediaOrganization",
        "plover": "MED"
      }
    },
    {
      "kind": "Meeting",
      "label": "Meeting",
      "plural": "Meetings",
      "definition": "A meeting, conference, summit, session, talks or forum.",
      "lineage": [
        "Meeting",
        "Event"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "event",
        "shape": "diamond",
        "light": "#C537C6",
        "dark": "#AE63AB"
      },
      "attributes": {
        "startDate": {
          "type": "date",
          "definition": "First day, ISO, partial where unknown (`--04-23`, `2018-11`)"
        },
        "endDate": {
          "type": "date",
          "definition": "Last day, inclusive"
        },
        "datePrecision": {
          "type": "text",
          "definition": "`day`, `month` or `year`"
        },
        "ordinal": {
          "type": "integer",
          "definition": "Its number in a series: 12 for the 12th meeting"
        },
        "series": {
          "type": "text",
          "definition": "The name without ordinal and year"
        },
        "participants": {
          "type": "text",
          "definition": "Count phrases of the text: `125 delegations from 80 nations`"
        },
        "mode": {
          "type": "text",
          "definition": "`virtual`, `hybrid` or `in person`, where the text says so"
        },
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Event",
        "schemaOrg": "Event",
        "plover": "CONSULT"
      }
    },
    {
      "kind": "Official",
      "label": "Official",
      "plural": "Officials",
      "definition": "A person who holds or held a post in a state organ, a country or an intergovernmental body.",
      "lineage": [
        "Official",
        "Person"
      ],
      "derived": "Set by the store from HOLDS_POSITION facts and taken away with the last of them; ids never depend on it.",
      "ownDocumentOnly": false,
      "appearance": {
        "group": "person",
        "shape": "ringed",
        "light": "#2227A2",
        "dark": "#6882FF"
      },
      "attributes": {
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        },
        "rank": {
          "type": "text",
          "definition": "Military, police or diplomatic rank as written out"
        },
        "honorific": {
          "type": "text",
          "definition": "Style or courtesy title (H.E., Dr, Dame)"
        },
        "gender": {
          "type": "text",
          "definition": "`female` or `male`, only where a pronoun, a title or a given name says so"
        }
      },
      "alignments": {
        "followTheMoney": "Person",
        "schemaOrg": "GovernmentOfficial",
        "plover": "GOV"
      }
    },
    {
      "kind": "Organisation",
      "label": "Organisation",
      "plural": "Organisations",
      "definition": "A body that is not a state organ: intergovernmental, party, company, society, armed group.",
      "lineage": [
        "Organisation"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "organisation",
        "shape": "square",
        "light": "#27A286",
        "dark": "#55FBBF"
      },
      "attributes": {
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        },
        "acronym": {
          "type": "text",
          "definition": "Short form that the text gives in brackets or uses"
        },
        "organisationKind": {
          "type": "text",
          "definition": "`intergovernmental`, `party`, `company`, `university`, `armed group`, …"
        },
        "inferred": {
          "type": "boolean",
          "definition": "True where a post implies the body and the text does not name it"
        }
      },
      "alignments": {
        "followTheMoney": "Organization",
        "schemaOrg": "Organization",
        "plover": "IGO, NGO, BUS"
      }
    },
    {
      "kind": "Person",
      "label": "Person",
      "plural": "People",
      "definition": "A named individual. A title, a rank or a post alone is never a person.",
      "lineage": [
        "Person"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "person",
        "shape": "circle",
        "light": "#2227A2",
        "dark": "#6882FF"
      },
      "attributes": {
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        },
        "rank": {
          "type": "text",
          "definition": "Military, police or diplomatic rank as written out"
        },
        "honorific": {
          "type": "text",
          "definition": "Style or courtesy title (H.E., Dr, Dame)"
        },
        "gender": {
          "type": "text",
          "definition": "`female` or `male`, only where a pronoun, a title or a given name says so"
        }
      },
      "alignments": {
        "followTheMoney": "Person",
        "schemaOrg": "Person",
        "plover": "individual actor"
      }
    },
    {
      "kind": "Place",
      "label": "Place",
      "plural": "Places",
      "definition": "A place on a map.",
      "lineage": [
        "Place"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "place",
        "shape": "triangle",
        "light": "#266A83",
        "dark": "#26BCFA"
      },
      "attributes": {
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Address",
        "schemaOrg": "Place",
        "plover": "location"
      }
    },
    {
      "kind": "Proposal",
      "label": "Proposal",
      "plural": "Proposals",
      "definition": "Something put forward that is not yet a text; the name is its gist in a canonical form.",
      "lineage": [
        "Proposal"
      ],
      "ownDocumentOnly": true,
      "appearance": {
        "group": "topic",
        "shape": "circle",
        "light": "#2B2A2F",
        "dark": "#A5A5A5"
      },
      "attributes": {},
      "alignments": {
        "schemaOrg": "PlanAction",
        "plover": "DEMAND, AGREE"
      }
    },
    {
      "kind": "Region",
      "label": "Region",
      "plural": "Regions",
      "definition": "A part of a country or a group of countries: province, state, sea, continent.",
      "lineage": [
        "Region",
        "Place"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "place",
        "shape": "triangle",
        "light": "#266A83",
        "dark": "#26BCFA"
      },
      "attributes": {
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Address",
        "schemaOrg": "AdministrativeArea",
        "plover": "location"
      }
    },
    {
      "kind": "Resolution",
      "label": "Resolution",
      "plural": "Resolutions",
      "definition": "A resolution or decision of a body, with its number where it has one.",
      "lineage": [
        "Resolution",
        "Instrument"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "instrument",
        "shape": "document",
        "light": "#8A7C14",
        "dark": "#F8DF48"
      },
      "attributes": {
        "number": {
          "type": "text",
          "definition": "Its number: 2231, 64/2025/QH15"
        },
        "year": {
          "type": "text",
          "definition": "Year of adoption or signature, where the text gives it"
        },
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Documentation",
        "schemaOrg": "Legislation",
        "plover": "AGREE"
      }
    },
    {
      "kind": "Statement",
      "label": "Statement",
      "plural": "Statements",
      "definition": "A statement or declaration given out as a text.",
      "lineage": [
        "Statement",
        "Instrument"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "instrument",
        "shape": "document",
        "light": "#8A7C14",
        "dark": "#F8DF48"
      },
      "attributes": {
        "number": {
          "type": "text",
          "definition": "Its number: 2231, 64/2025/QH15"
        },
        "year": {
          "type": "text",
          "definition": "Year of adoption or signature, where the text gives it"
        },
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Documentation",
        "schemaOrg": "Statement",
        "plover": "AGREE"
      }
    },
    {
      "kind": "Strategy",
      "label": "Strategy",
      "plural": "Strategies",
      "definition": "A strategy, plan, programme, policy or roadmap.",
      "lineage": [
        "Strategy",
        "Instrument"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "instrument",
        "shape": "document",
        "light": "#8A7C14",
        "dark": "#F8DF48"
      },
      "attributes": {
        "number": {
          "type": "text",
          "definition": "Its number: 2231, 64/2025/QH15"
        },
        "year": {
          "type": "text",
          "definition": "Year of adoption or signature, where the text gives it"
        },
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Documentation",
        "schemaOrg": "CreativeWork",
        "plover": "AGREE"
      }
    },
    {
      "kind": "Topic",
      "label": "Topic",
      "plural": "Topics",
      "definition": "The subject matter of talk or text: a noun phrase cut to size.",
      "lineage": [
        "Topic"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "topic",
        "shape": "circle",
        "light": "#2B2A2F",
        "dark": "#A5A5A5"
      },
      "attributes": {},
      "alignments": {
        "schemaOrg": "DefinedTerm",
        "plover": "context"
      }
    },
    {
      "kind": "Visit",
      "label": "Visit",
      "plural": "Visits",
      "definition": "A journey of officials to a place.",
      "lineage": [
        "Visit",
        "Event"
      ],
      "ownDocumentOnly": false,
      "appearance": {
        "group": "event",
        "shape": "diamond",
        "light": "#C537C6",
        "dark": "#AE63AB"
      },
      "attributes": {
        "startDate": {
          "type": "date",
          "definition": "First day, ISO, partial where unknown (`--04-23`, `2018-11`)"
        },
        "endDate": {
          "type": "date",
          "definition": "Last day, inclusive"
        },
        "datePrecision": {
          "type": "text",
          "definition": "`day`, `month` or `year`"
        },
        "ordinal": {
          "type": "integer",
          "definition": "Its number in a series: 12 for the 12th meeting"
        },
        "series": {
          "type": "text",
          "definition": "The name without ordinal and year"
        },
        "participants": {
          "type": "text",
          "definition": "Count phrases of the text: `125 delegations from 80 nations`"
        },
        "mode": {
          "type": "text",
          "definition": "`virtual`, `hybrid` or `in person`, where the text says so"
        },
        "country": {
          "type": "text",
          "definition": "Country that the text ties it to, by its short English name"
        }
      },
      "alignments": {
        "followTheMoney": "Event",
        "schemaOrg": "TravelAction",
        "plover": "CONSULT"
      }
    }
  ],
  "relations": [
    {
      "type": "ADDRESSES",
      "label": "addresses",
      "inverse": "is addressed by",
      "definition": "Is about a subject or refers to a text, for an instrument.",
      "symmetric": false,
      "source": [
        "Instrument"
      ],
      "target": [
        "Topic",
        "Instrument",
        "Place"
      ],
      "qualifiers": {},
      "alignments": {
        "schemaOrg": "about"
      }
    },
    {
      "type": "ADOPTED",
      "label": "adopted",
      "inverse": "adopted by",
      "definition": "Approved, endorsed or passed a text.",
      "symmetric": false,
      "source": [
        "Event",
        "Organisation",
        "Country",
        "Person"
      ],
      "target": [
        "Instrument"
      ],
      "qualifiers": {},
      "alignments": {
        "followTheMoney": "Documentation",
        "schemaOrg": "creator",
        "plover": "AGREE"
      }
    },
    {
      "type": "APPOINTED",
      "label": "appointed",
      "inverse": "appointed by",
      "definition": "Gave someone a post, or a task to a body.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Person",
        "Organisation"
      ],
      "qualifiers": {
        "role": "the post given"
      },
      "alignments": {
        "followTheMoney": "Succession"
      }
    },
    {
      "type": "ARRESTED",
      "label": "arrested",
      "inverse": "arrested by",
      "definition": "Arrested or detained someone.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Person",
        "Organisation"
      ],
      "qualifiers": {},
      "alignments": {
        "schemaOrg": "ArrestAction",
        "plover": "COERCE"
      }
    },
    {
      "type": "ATTENDED",
      "label": "attended",
      "inverse": "attended by",
      "definition": "Was present at an event, as a participant or a listed party. Remarks that were sent are no attendance.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Event"
      ],
      "qualifiers": {
        "role": "head of delegation, speaker, observer, …"
      },
      "alignments": {
        "followTheMoney": "Event:involved",
        "schemaOrg": "attendee",
        "plover": "CONSULT"
      }
    },
    {
      "type": "CHAIRED",
      "label": "chaired",
      "inverse": "chaired by",
      "definition": "Chaired or co-chaired an event.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Event"
      ],
      "qualifiers": {
        "role": "chair or co-chair"
      },
      "alignments": {
        "followTheMoney": "Event:involved",
        "schemaOrg": "organizer",
        "plover": "CONSULT"
      }
    },
    {
      "type": "DISCUSSED",
      "label": "discussed",
      "inverse": "was discussed at",
      "definition": "Was about a subject, for an event.",
      "symmetric": false,
      "source": [
        "Event"
      ],
      "target": [
        "Topic",
        "Instrument",
        "Place",
        "Event"
      ],
      "qualifiers": {},
      "alignments": {
        "schemaOrg": "about",
        "plover": "CONSULT"
      }
    },
    {
      "type": "HOLDS_POSITION",
      "label": "holds a position in",
      "inverse": "has as post holder",
      "definition": "Holds, held or is to hold a post in a body or of a country.",
      "symmetric": false,
      "source": [
        "Person"
      ],
      "target": [
        "Organisation",
        "Place"
      ],
      "qualifiers": {
        "role": "the post, for example Minister of Public Security",
        "status": "current, former, acting, nominee or incoming"
      },
      "alignments": {
        "followTheMoney": "Occupancy, Directorship",
        "schemaOrg": "worksFor"
      }
    },
    {
      "type": "HOSTED",
      "label": "hosted",
      "inverse": "hosted by",
      "definition": "Hosted or organised an event.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Place"
      ],
      "target": [
        "Event"
      ],
      "qualifiers": {
        "role": "host or organiser"
      },
      "alignments": {
        "followTheMoney": "Event:organizer",
        "schemaOrg": "organizer",
        "plover": "CONSULT"
      }
    },
    {
      "type": "INVITED",
      "label": "invited",
      "inverse": "invited by",
      "definition": "Asked someone to come.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Person",
        "Organisation",
        "Country",
        "Event"
      ],
      "qualifiers": {},
      "alignments": {
        "schemaOrg": "InviteAction",
        "plover": "CONSULT"
      }
    },
    {
      "type": "ISSUED",
      "label": "issued",
      "inverse": "issued by",
      "definition": "Made a text public: a statement, a law, a report.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Country",
        "Event"
      ],
      "target": [
        "Instrument"
      ],
      "qualifiers": {},
      "alignments": {
        "followTheMoney": "Documentation",
        "schemaOrg": "publisher",
        "plover": "STATE"
      }
    },
    {
      "type": "MEMBER_OF",
      "label": "is a member of",
      "inverse": "has as member",
      "definition": "Belongs to a body without an office that the text names.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Organisation"
      ],
      "qualifiers": {
        "role": "as the text names it"
      },
      "alignments": {
        "followTheMoney": "Membership",
        "schemaOrg": "memberOf"
      }
    },
    {
      "type": "MET_WITH",
      "label": "met with",
      "inverse": "met with",
      "definition": "Met, in person or by video; whom a person met, not the meeting itself.",
      "symmetric": true,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Person",
        "Organisation",
        "Country"
      ],
      "qualifiers": {
        "mode": "in person or virtual"
      },
      "alignments": {
        "followTheMoney": "UnknownLink",
        "schemaOrg": "knows",
        "plover": "CONSULT"
      }
    },
    {
      "type": "PART_OF",
      "label": "is part of",
      "inverse": "has as part",
      "definition": "A place in a place, a body of a body or country, an event within an event.",
      "symmetric": false,
      "source": [
        "Place",
        "Organisation",
        "Event"
      ],
      "target": [
        "Place",
        "Organisation",
        "Event"
      ],
      "qualifiers": {},
      "alignments": {
        "followTheMoney": "Organization:parent",
        "schemaOrg": "containedInPlace, subOrganization, superEvent"
      }
    },
    {
      "type": "PROPOSED",
      "label": "proposed",
      "inverse": "proposed by",
      "definition": "Put forward something that is not yet a text.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Proposal"
      ],
      "qualifiers": {},
      "alignments": {
        "schemaOrg": "PlanAction",
        "plover": "DEMAND"
      }
    },
    {
      "type": "REPRESENTS",
      "label": "represents",
      "inverse": "represented by",
      "definition": "Speaks or signs for a country or a body: delegate, envoy, ambassador.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation"
      ],
      "target": [
        "Place",
        "Organisation"
      ],
      "qualifiers": {
        "role": "head of delegation, ambassador, signatory, …"
      },
      "alignments": {
        "followTheMoney": "Representation",
        "schemaOrg": "affiliation"
      }
    },
    {
      "type": "RESPONSIBLE_FOR",
      "label": "is responsible for",
      "inverse": "is the responsibility of",
      "definition": "Did, claimed or is blamed for an event or a text.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Event",
        "Instrument",
        "Organisation"
      ],
      "qualifiers": {},
      "alignments": {
        "schemaOrg": "accountablePerson"
      }
    },
    {
      "type": "SANCTIONED",
      "label": "sanctioned",
      "inverse": "sanctioned by",
      "definition": "Put sanctions, a ban or a freeze on someone.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Person",
        "Organisation",
        "Country"
      ],
      "qualifiers": {},
      "alignments": {
        "followTheMoney": "Sanction",
        "plover": "SANCTION"
      }
    },
    {
      "type": "SIGNED",
      "label": "signed",
      "inverse": "signed by",
      "definition": "Put a signature under a text; who signs for a country signs with the country.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Instrument"
      ],
      "qualifiers": {},
      "alignments": {
        "followTheMoney": "Documentation",
        "schemaOrg": "creator",
        "plover": "AGREE"
      }
    },
    {
      "type": "SPOKE_WITH",
      "label": "spoke with",
      "inverse": "spoke with",
      "definition": "Spoke by telephone or exchanged letters.",
      "symmetric": true,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Person",
        "Organisation",
        "Country"
      ],
      "qualifiers": {
        "mode": "telephone, video or letter"
      },
      "alignments": {
        "followTheMoney": "UnknownLink",
        "schemaOrg": "knows",
        "plover": "CONSULT"
      }
    },
    {
      "type": "STATED",
      "label": "spoke about",
      "inverse": "was spoken about by",
      "definition": "Said something about a subject in public or in talks.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Topic",
        "Event",
        "Instrument",
        "Place",
        "Person",
        "Organisation"
      ],
      "qualifiers": {
        "gist": "what was said, in the words of the text"
      },
      "alignments": {
        "schemaOrg": "mentions",
        "plover": "STATE"
      }
    },
    {
      "type": "SUPPORTS",
      "label": "supports",
      "inverse": "supported by",
      "definition": "Stands behind an actor, a text or an event.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation",
        "Country"
      ],
      "target": [
        "Person",
        "Organisation",
        "Country",
        "Event",
        "Instrument",
        "Proposal"
      ],
      "qualifiers": {},
      "alignments": {
        "schemaOrg": "EndorseAction",
        "plover": "SUPPORT"
      }
    },
    {
      "type": "TOOK_PLACE_IN",
      "label": "took place in",
      "inverse": "was the place of",
      "definition": "The place of an event. A dateline is not one.",
      "symmetric": false,
      "source": [
        "Event"
      ],
      "target": [
        "Place"
      ],
      "qualifiers": {},
      "alignments": {
        "followTheMoney": "Event:location",
        "schemaOrg": "location",
        "plover": "location"
      }
    },
    {
      "type": "VISITED",
      "label": "visited",
      "inverse": "visited by",
      "definition": "Went to a place.",
      "symmetric": false,
      "source": [
        "Person",
        "Organisation"
      ],
      "target": [
        "Place"
      ],
      "qualifiers": {},
      "alignments": {
        "schemaOrg": "TravelAction",
        "plover": "CONSULT"
      }
    }
  ]
};
