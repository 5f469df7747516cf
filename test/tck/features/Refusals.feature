Feature: Refusals - what must fail

  Scenario Outline: SyntaxError compile time
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a SyntaxError should be raised at compile time

    Examples:
      | query |
      | RETURN |
      | MATCH (n) RETURN m |
      | MATCH (n) |
      | RETURN 1 AS a, 2 AS a |
      | MATCH (n) RETURN n RETURN n |
      | RETURN foo(1) |
      | RETURN size(1, 2) |
      | WITH 1 RETURN 1 |
      | MATCH (a)-[a]->() RETURN a |
      | RETURN 1 UNION RETURN 2 AS b |
      | MATCH (n) WHERE count(n) > 1 RETURN n |
      | RETURN sum(count(*)) |
      | RETURN 1 LIMIT -1 |
      | RETURN 1 SKIP 'a' |
      | RETURN 99999999999999999999 |
      | UNWIND [1] AS a UNWIND [2] AS a RETURN a |
      | MATCH p = (a)-->(b) RETURN p.name |
      | RETURN 1 != 2 |
      | RETURN NOT 1 |
      | MATCH (n) RETURN n.a, count(*) + n.b |

  Scenario Outline: TypeError runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a TypeError should be raised at runtime

    Examples:
      | query |
      | WITH [1, 'a'] AS l RETURN l[0] - l[1] |
      | WITH [true] AS l RETURN l[0].name |
      | UNWIND [1] AS x RETURN toUpper(x) |
      | WITH {a: 1} AS m RETURN m[0] |

  Scenario Outline: ArgumentError runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a ArgumentError should be raised at runtime

    Examples:
      | query |
      | RETURN range(1, 2, 0) |
      | RETURN left('a', -1) |
      | RETURN date('2019-02-29') |
      | RETURN 'a' =~ '(' |

  Scenario Outline: ArithmeticError runtime
    Given any graph
    When executing query:
      """
      <query>
      """
    Then a ArithmeticError should be raised at runtime

    Examples:
      | query |
      | RETURN 1 / 0 |
      | RETURN 1 % 0 |
      | RETURN 9223372036854775807 + 1 |

