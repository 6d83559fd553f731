fn main() {
    let t = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    for _ in 0..200 {
        std::hint::black_box(declparse::parse(std::hint::black_box(&t)));
    }
}
