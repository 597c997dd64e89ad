-- Slice A: marketplaces, suppliers, components, bills of materials, and what a listing costs.
-- Needs: listings, settings. Every statement can be repeated.

DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'bom_scope_type') THEN
        CREATE TYPE bom_scope_type AS ENUM ('LISTING', 'ASIN_SCENARIO');
    END IF;
END
$$;

CREATE TABLE IF NOT EXISTS marketplaces (
    id SERIAL PRIMARY KEY,
    code VARCHAR(10) NOT NULL,
    name VARCHAR(100) NOT NULL,
    currency CHAR(3) NOT NULL,
    vat_rate NUMERIC(5, 4) NOT NULL DEFAULT 0.20 CHECK (vat_rate >= 0 AND vat_rate < 1),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT marketplaces_code_unique UNIQUE (code)
);

INSERT INTO marketplaces (code, name, currency, vat_rate) VALUES
    ('UK', 'Amazon.co.uk', 'GBP', 0.20),
    ('DE', 'Amazon.de', 'EUR', 0.19)
ON CONFLICT (code) DO NOTHING;

CREATE TABLE IF NOT EXISTS suppliers (
    id SERIAL PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    contact_email VARCHAR(320),
    lead_time_days INTEGER CHECK (lead_time_days >= 0),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT suppliers_name_unique UNIQUE (name)
);

CREATE TABLE IF NOT EXISTS components (
    id SERIAL PRIMARY KEY,
    component_sku VARCHAR(100) NOT NULL,
    name VARCHAR(200) NOT NULL,
    supplier_id INTEGER REFERENCES suppliers (id) ON DELETE SET NULL,
    unit_cost_ex_vat NUMERIC(12, 4) NOT NULL CHECK (unit_cost_ex_vat >= 0),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT components_sku_unique UNIQUE (component_sku)
);

CREATE INDEX IF NOT EXISTS idx_components_supplier ON components (supplier_id);

-- The listing's columns get the names that the rest of phase 3 uses.
DO $$
DECLARE
    renaming RECORD;
BEGIN
    FOR renaming IN
        SELECT * FROM (VALUES ('sku', 'seller_sku'), ('price', 'price_inc_vat'), ('quantity', 'available_quantity'))
            AS names (old_name, new_name)
    LOOP
        IF EXISTS (SELECT 1 FROM information_schema.columns
                   WHERE table_schema = current_schema() AND table_name = 'listings' AND column_name = renaming.old_name)
        THEN
            EXECUTE format('ALTER TABLE listings RENAME COLUMN %I TO %I', renaming.old_name, renaming.new_name);
        END IF;
    END LOOP;
END
$$;

ALTER TABLE listings ADD COLUMN IF NOT EXISTS marketplace_id INTEGER REFERENCES marketplaces (id);
CREATE INDEX IF NOT EXISTS idx_listings_marketplace ON listings (marketplace_id);

CREATE TABLE IF NOT EXISTS boms (
    id SERIAL PRIMARY KEY,
    listing_id INTEGER REFERENCES listings (id) ON DELETE CASCADE,
    asin_entity_id INTEGER,
    scope_type bom_scope_type NOT NULL DEFAULT 'LISTING',
    version INTEGER NOT NULL CHECK (version > 0),
    is_active BOOLEAN NOT NULL DEFAULT false,
    notes TEXT,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT boms_version_unique UNIQUE (listing_id, version),
    CONSTRAINT boms_scope_target CHECK (
        (scope_type = 'LISTING' AND listing_id IS NOT NULL)
        OR (scope_type = 'ASIN_SCENARIO' AND asin_entity_id IS NOT NULL))
);

CREATE UNIQUE INDEX IF NOT EXISTS boms_listing_active_unique ON boms (listing_id)
WHERE is_active = true AND scope_type = 'LISTING';

CREATE TABLE IF NOT EXISTS bom_lines (
    id SERIAL PRIMARY KEY,
    bom_id INTEGER NOT NULL REFERENCES boms (id) ON DELETE CASCADE,
    component_id INTEGER NOT NULL REFERENCES components (id),
    quantity NUMERIC(12, 4) NOT NULL CHECK (quantity > 0),
    wastage_rate NUMERIC(5, 4) NOT NULL DEFAULT 0,
    CONSTRAINT bom_lines_component_unique UNIQUE (bom_id, component_id)
);

CREATE INDEX IF NOT EXISTS idx_bom_lines_component ON bom_lines (component_id);

CREATE TABLE IF NOT EXISTS listing_cost_overrides (
    id SERIAL PRIMARY KEY,
    listing_id INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
    shipping_cost_ex_vat NUMERIC(12, 4),
    packaging_cost_ex_vat NUMERIC(12, 4),
    valid_from DATE NOT NULL DEFAULT CURRENT_DATE,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT listing_cost_overrides_unique UNIQUE (listing_id, valid_from)
);

INSERT INTO settings (key, value) VALUES ('default_vat_rate', '0.20')
ON CONFLICT (key) DO NOTHING;
