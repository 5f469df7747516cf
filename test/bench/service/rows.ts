// The query whose answer is weighed against JSON.stringify of the same rows.
export const TEN_THOUSAND_ROWS = 'MATCH (p:Person) RETURN p.id, p.name, p.country LIMIT 10000';
