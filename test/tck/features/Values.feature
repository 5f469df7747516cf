Feature: Values - expressions, numbers, texts and time

  Scenario Outline: answers
    Given any graph
    When executing query:
      """
      <query>
      """
    Then the result should be, in any order:
      | x |
      | <answer> |
    And no side effects

    Examples:
      | query | answer |
      | RETURN 7 / 2 AS x | 3 |
      | RETURN -7 / 2 AS x | -3 |
      | RETURN -7 % 3 AS x | -1 |
      | RETURN 7.0 / 2 AS x | 3.5 |
      | RETURN 2 ^ 3 AS x | 8.0 |
      | RETURN 1 + 2.0 AS x | 3.0 |
      | RETURN 9007199254740993 AS x | 9007199254740993 |
      | RETURN 9007199254740993 + 1 AS x | 9007199254740994 |
      | RETURN 9223372036854775807 AS x | 9223372036854775807 |
      | RETURN 9007199254740993 = 9007199254740992.0 AS x | true |
      | RETURN 9007199254740993 = 9007199254740992 AS x | false |
      | RETURN 1 = 1.0 AS x | true |
      | RETURN 0.0 / 0.0 = 0.0 / 0.0 AS x | false |
      | RETURN isNaN(0.0 / 0.0) AS x | true |
      | RETURN null = null AS x | null |
      | RETURN null <> 1 AS x | null |
      | RETURN [1, null] = [1, null] AS x | null |
      | RETURN [1, null] = [2, null] AS x | false |
      | RETURN {a: 1} = {a: 1.0} AS x | true |
      | RETURN 3 IN [1, 2, null] AS x | null |
      | RETURN 1 IN [1, null] AS x | true |
      | RETURN null IN [] AS x | false |
      | RETURN true XOR null AS x | null |
      | RETURN false AND null AS x | false |
      | RETURN true OR null AS x | true |
      | RETURN NOT null AS x | null |
      | RETURN 1 < 2 < 3 AS x | true |
      | RETURN 'a' < 'b' AS x | true |
      | RETURN 1 < 'a' AS x | null |
      | RETURN [1, 2] < [1, 3] AS x | true |
      | RETURN [1, 2, 3][-1] AS x | 3 |
      | RETURN [1, 2, 3][5] AS x | null |
      | RETURN [1, 2, 3][1..] AS x | [2, 3] |
      | RETURN [1, 2, 3][..-1] AS x | [1, 2] |
      | RETURN range(10, 1, -3) AS x | [10, 7, 4, 1] |
      | RETURN range(0, -1) AS x | [] |
      | RETURN [x IN range(1, 5) WHERE x % 2 = 1 \| x * x] AS x | [1, 9, 25] |
      | RETURN reduce(s = 0, n IN [1, 2, 3] \| s + n) AS x | 6 |
      | RETURN any(n IN [1, null] WHERE n > 2) AS x | null |
      | RETURN none(n IN [1, 2] WHERE n > 2) AS x | true |
      | RETURN single(n IN [1, 2] WHERE n > 1) AS x | true |
      | RETURN CASE 2 WHEN 1 THEN 'a' WHEN 2 THEN 'b' END AS x | 'b' |
      | RETURN CASE WHEN null THEN 1 ELSE 2 END AS x | 2 |
      | RETURN coalesce(null, null, 3) AS x | 3 |
      | RETURN nullIf(4, 4) AS x | null |
      | RETURN toUpper('åse') AS x | 'ÅSE' |
      | RETURN trim('  a b ') AS x | 'a b' |
      | RETURN btrim('xxaxx', 'x') AS x | 'a' |
      | RETURN replace('banana', 'an', 'o') AS x | 'booa' |
      | RETURN split('a,b,c', ',') AS x | ['a', 'b', 'c'] |
      | RETURN substring('harbour', 3, 2) AS x | 'bo' |
      | RETURN left('harbour', 3) + right('harbour', 2) AS x | 'harur' |
      | RETURN reverse('abc') AS x | 'cba' |
      | RETURN size('harbour') AS x | 7 |
      | RETURN 'a' + 1 AS x | 'a1' |
      | RETURN [1] + 2 AS x | [1, 2] |
      | RETURN 'a' + null AS x | null |
      | RETURN toInteger('42') AS x | 42 |
      | RETURN toInteger('4.9') AS x | 4 |
      | RETURN toInteger('x') AS x | null |
      | RETURN toFloat('1e3') AS x | 1000.0 |
      | RETURN toBoolean('TRUE') AS x | true |
      | RETURN toString(1.0) AS x | '1.0' |
      | RETURN toString(1e20) AS x | '1.0E20' |
      | RETURN toIntegerOrNull([]) AS x | null |
      | RETURN toStringList([1, 2.5, null]) AS x | ['1', '2.5', null] |
      | RETURN round(2.5) AS x | 3.0 |
      | RETURN round(-2.5) AS x | -2.0 |
      | RETURN round(3.14159, 2) AS x | 3.14 |
      | RETURN round(2.345, 2, 'HALF_EVEN') AS x | 2.34 |
      | RETURN floor(-1.5) AS x | -2.0 |
      | RETURN sign(-3) AS x | -1 |
      | RETURN abs(-3) AS x | 3 |
      | RETURN date('2020-02-29') + duration('P1Y') AS x | '2021-02-28' |
      | RETURN date({year: 2020, week: 1}) AS x | '2019-12-30' |
      | RETURN date('2018-11-07').dayOfWeek AS x | 3 |
      | RETURN duration.between(date('2018-11-07'), date('2019-01-02')) AS x | 'P1M26D' |
      | RETURN date.truncate('quarter', date('2018-11-07')) AS x | '2018-10-01' |
      | RETURN datetime('2020-06-15T12:00[Europe/Lisbon]').offset AS x | '+01:00' |
      | RETURN localtime('10:15') + duration('PT20H') AS x | '06:15' |
      | RETURN date('2020-01-01') < date('2020-01-02') AS x | true |
      | RETURN duration('P1M') = duration('P30D') AS x | false |
      | RETURN 1 IS :: INTEGER AS x | true |
      | RETURN 1 IS :: FLOAT AS x | false |
      | RETURN [1, 2] IS :: LIST<INTEGER> AS x | true |
      | RETURN null IS :: STRING AS x | true |
      | RETURN null IS :: STRING NOT NULL AS x | false |
      | RETURN valueType(1.5) AS x | 'FLOAT NOT NULL' |
      | UNWIND [3, 1, 2] AS n WITH n ORDER BY n RETURN collect(n) AS x | [1, 2, 3] |
      | UNWIND [1, 1.0, 2] AS n RETURN count(DISTINCT n) AS x | 2 |
      | UNWIND [null, 1] AS n RETURN count(n) AS x | 1 |
      | UNWIND [] AS n RETURN count(*) AS x | 0 |
      | UNWIND ['b', 1, null, true] AS n WITH n ORDER BY n RETURN collect(n) AS x | ['b', true, 1] |
      | WITH {`__proto__`: 1, constructor: 2} AS m RETURN m.`__proto__` + m.constructor AS x | 3 |
      | WITH {a: 1} AS m RETURN m.toString AS x | null |
      | RETURN keys({b: 1}) AS x | ['b'] |
      | RETURN head([]) AS x | null |
      | RETURN last([1, 2]) AS x | 2 |
      | RETURN tail([1, 2]) AS x | [2] |
      | RETURN 0x1F AS x | 31 |
      | RETURN 1_000 AS x | 1000 |
