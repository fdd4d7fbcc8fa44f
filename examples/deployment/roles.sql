-- The two roles and the database of an installation, as a superuser; give both roles a password (`\password`) unless they come in otherwise.
CREATE ROLE vinhdanh_owner LOGIN;
CREATE ROLE vinhdanh LOGIN;
CREATE DATABASE vinhdanh OWNER vinhdanh_owner TEMPLATE template0 ENCODING 'UTF8';
