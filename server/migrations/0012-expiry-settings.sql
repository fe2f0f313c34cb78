-- The hours of invoice links were one setting, null for never; now it is a mode and hours, of each origin of links.
update identity.settings set key = 'link.expiry.hours.invoice_link'
where key = 'link.expiry.invoice_link.hours' and value <> 'null'::jsonb;
update identity.settings set key = 'link.expiry.mode.invoice_link', value = '"none"'::jsonb
where key = 'link.expiry.invoice_link.hours';
