// The lexer of queries: the official tokens, and the one rule whose embedded action is Java there.
lexer grammar CypherQueryLexer;

import CypherPreLexer;

RCURLY
   : '}' { if (this.modeStack.length > 0) this.popMode(); }
   ;
