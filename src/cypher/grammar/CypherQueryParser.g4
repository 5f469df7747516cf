// The parser's entry: one query text, with EXPLAIN or PROFILE before it.
parser grammar CypherQueryParser;

import CypherPreParser;

options { tokenVocab = CypherQueryLexer; }

// Several statements are parsed so that they can be refused as such, with their place.
queryText: preparsedStatement (SEMICOLON preparsedStatement)* SEMICOLON? EOF;

// EXPLAIN, PROFILE and CYPHER are names too, as on the server.
unescapedSymbolicNameString: preparserKeyword | unescapedSymbolicNameString_;
