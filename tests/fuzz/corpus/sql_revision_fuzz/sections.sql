-- Supplier and BOM tables
--
-- Revision ID: 001_slice_a
-- Revises: 000, 000b
-- Branch Labels: stock
-- Depends On: 00x
-- Create Date: 2026-01-02 10:00:00

-- upgrade
CREATE TABLE s (id INT, t TEXT DEFAULT 'it''s; "x"'); /* a /* b */ ; */
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $f$ SELECT 1; $f$;
CREATE TRIGGER x AFTER INSERT ON s BEGIN DELETE FROM s; END;

-- upgrade autocommit
CREATE INDEX CONCURRENTLY i ON s (id);

-- downgrade
DROP TABLE s;
