-- Slice C: ASINs, what Keepa and Amazon's catalogue say of them, daily sales, and the feature store.
-- Needs: 001, 002. Every statement can be repeated.

DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'feature_entity_type') THEN
        CREATE TYPE feature_entity_type AS ENUM ('LISTING', 'ASIN');
    END IF;
END
$$;

CREATE TABLE IF NOT EXISTS asin_entities (
    id SERIAL PRIMARY KEY,
    asin VARCHAR(10) NOT NULL CHECK (length(asin) = 10),
    marketplace_id INTEGER NOT NULL REFERENCES marketplaces (id),
    title TEXT,
    brand VARCHAR(200),
    created_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT asin_entities_unique UNIQUE (asin, marketplace_id)
);

-- What slices A and B could not refer to yet.
DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'boms_asin_entity_fk') THEN
        ALTER TABLE boms ADD CONSTRAINT boms_asin_entity_fk
            FOREIGN KEY (asin_entity_id) REFERENCES asin_entities (id) ON DELETE CASCADE;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'jobs_asin_entity_fk') THEN
        ALTER TABLE jobs ADD CONSTRAINT jobs_asin_entity_fk
            FOREIGN KEY (asin_entity_id) REFERENCES asin_entities (id);
    END IF;
END
$$;

CREATE UNIQUE INDEX IF NOT EXISTS boms_asin_active_unique ON boms (asin_entity_id)
WHERE is_active = true AND scope_type = 'ASIN_SCENARIO' AND asin_entity_id IS NOT NULL;

ALTER TABLE listings ADD COLUMN IF NOT EXISTS asin VARCHAR(10);
CREATE INDEX IF NOT EXISTS idx_listings_asin ON listings (asin);

CREATE TABLE IF NOT EXISTS keepa_snapshots (
    id BIGSERIAL PRIMARY KEY,
    asin_entity_id INTEGER NOT NULL REFERENCES asin_entities (id) ON DELETE CASCADE,
    sales_rank INTEGER,
    price_stats_json JSONB NOT NULL DEFAULT '{}'::jsonb,
    captured_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX IF NOT EXISTS idx_keepa_snapshots_asin ON keepa_snapshots (asin_entity_id, captured_at DESC);

CREATE TABLE IF NOT EXISTS amazon_catalog_snapshots (
    id BIGSERIAL PRIMARY KEY,
    asin_entity_id INTEGER NOT NULL REFERENCES asin_entities (id) ON DELETE CASCADE,
    attributes_json JSONB NOT NULL,
    captured_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE INDEX IF NOT EXISTS idx_amazon_catalog_snapshots_asin
ON amazon_catalog_snapshots (asin_entity_id, captured_at DESC);

CREATE TABLE IF NOT EXISTS listing_sales_daily (
    listing_id INTEGER NOT NULL REFERENCES listings (id) ON DELETE CASCADE,
    date DATE NOT NULL,
    units INTEGER NOT NULL DEFAULT 0 CHECK (units >= 0),
    revenue_inc_vat NUMERIC(12, 2) NOT NULL DEFAULT 0,
    sessions INTEGER,
    PRIMARY KEY (listing_id, date)
);

CREATE TABLE IF NOT EXISTS feature_store (
    id BIGSERIAL PRIMARY KEY,
    entity_type feature_entity_type NOT NULL,
    entity_id INTEGER NOT NULL,
    feature_version INTEGER NOT NULL DEFAULT 1,
    features_json JSONB NOT NULL,
    computed_at TIMESTAMPTZ NOT NULL,
    created_at TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE INDEX IF NOT EXISTS idx_feature_store_computed ON feature_store (entity_type, entity_id, computed_at DESC);
CREATE INDEX IF NOT EXISTS idx_feature_store_features ON feature_store USING gin (features_json);
