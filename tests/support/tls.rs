//! A certificate authority for tests, and servers that use its certificates and record the requested names.

use std::path::Path;
use std::sync::{Arc, Mutex};

use rcgen::{
    BasicConstraints, Certificate, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair,
};
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::PrivateKeyDer;
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;

/// Signs certificates that only tests trust.
#[derive(Debug)]
pub struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub fn new() -> Self {
        let mut parameters = CertificateParams::default();
        // A name of its own: certificates with the default name would pass as their own issuers.
        let name = &mut parameters.distinguished_name;
        name.push(DnType::CommonName, "The tests' authority");
        parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        Self(CertifiedIssuer::self_signed(parameters, key).unwrap())
    }

    /// Writes its own certificate to a file.
    pub fn write(&self, path: &Path) {
        std::fs::write(path, self.0.pem()).unwrap();
    }

    /// Writes a server's certificate for this name, and its key, to files.
    pub fn write_server(&self, name: &str, certificate: &Path, private: &Path) {
        let (signed, key) = self.sign(name);
        std::fs::write(certificate, signed.pem()).unwrap();
        std::fs::write(private, key.serialize_pem()).unwrap();
    }

    fn sign(&self, name: &str) -> (Certificate, KeyPair) {
        let key = KeyPair::generate().unwrap();
        let parameters = CertificateParams::new([name.to_owned()]).unwrap();
        (parameters.signed_by(&key, &self.0).unwrap(), key)
    }

    /// A server's configuration with a certificate for this name, whichever name is requested.
    pub fn server(&self, name: &str) -> (Arc<ServerConfig>, Names) {
        let (certificate, key) = self.sign(name);
        let private = PrivateKeyDer::try_from(key.serialize_der()).unwrap();
        let signing = ring::sign::any_supported_type(&private).unwrap();
        let names = Names::default();
        let resolver = Resolver {
            key: Arc::new(CertifiedKey::new(vec![certificate.der().clone()], signing)),
            names: names.clone(),
        };
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(resolver));
        (Arc::new(config), names)
    }
}

/// The names that clients requested (SNI), in order; `None` for a client that sent no name.
#[derive(Debug, Clone, Default)]
pub struct Names(Arc<Mutex<Vec<Option<String>>>>);

impl Names {
    pub fn all(&self) -> Vec<Option<String>> {
        self.0.lock().unwrap().clone()
    }
}

#[derive(Debug)]
struct Resolver {
    key: Arc<CertifiedKey>,
    names: Names,
}

impl ResolvesServerCert for Resolver {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let name = hello.server_name().map(str::to_owned);
        self.names.0.lock().unwrap().push(name);
        Some(self.key.clone())
    }
}
