/** Version of the engine (readers, inspectors, scoring) that every scorecard and result names. */
export const ENGINE = '0.1.0';
