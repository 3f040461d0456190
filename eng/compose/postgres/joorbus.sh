#!/bin/sh
# Run by PostgreSQL's image on its first start: a user that is no superuser, its database, and one for demos.
set -eu
password=$(cat /run/joorbus/postgres-password)
psql -v ON_ERROR_STOP=1 -v password="$password" --username postgres --dbname postgres <<'END'
create role joorbus login password :'password';
create database joorbus owner joorbus encoding 'UTF8' template template0;
create database joorbus_demo owner joorbus encoding 'UTF8' template template0;
END
