//! A name server that resolves every name to this machine. nginx asks a name server and ignores /etc/hosts, so a test
//! with a named upstream needs one.

use std::net::SocketAddr;

use tokio::net::UdpSocket;
use tokio::task::JoinHandle;

/// A running name server. Stops when dropped.
#[derive(Debug)]
pub struct Dns {
    address: SocketAddr,
    server: JoinHandle<()>,
}

impl Dns {
    pub async fn start() -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let address = socket.local_addr().unwrap();
        let server = tokio::spawn(async move {
            let mut buffer = [0; 512];
            while let Ok((length, from)) = socket.recv_from(&mut buffer).await {
                if let Some(answer) = answer(&buffer[..length]) {
                    let _ = socket.send_to(&answer, from).await;
                }
            }
        });
        Self { address, server }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Dns {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The response of RFC 1035: the question, and for an A record the address 127.0.0.1.
fn answer(query: &[u8]) -> Option<Vec<u8>> {
    const HEADER: usize = 12;
    let name = query.get(HEADER..)?.iter().position(|byte| *byte == 0)?;
    let question = query.get(HEADER..HEADER + name + 5)?;
    let is_a = question.get(name + 1..name + 3)? == [0, 1];
    let mut answer = query.get(..2)?.to_vec();
    // Flags of a response without error; one question; one answer or none; nothing else.
    answer.extend([0x81, 0x80, 0, 1, 0, u8::from(is_a), 0, 0, 0, 0]);
    answer.extend(question);
    if is_a {
        // A pointer to the name, type A, class IN, 60 seconds, four bytes.
        answer.extend([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1]);
    }
    Some(answer)
}
